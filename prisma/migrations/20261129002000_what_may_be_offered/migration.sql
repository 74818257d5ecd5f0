CREATE TABLE "offerable_snapshot" (
    "shop_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "offerable_snapshot_pkey" PRIMARY KEY ("shop_id")
);
ALTER TABLE "offerable_snapshot" ADD CONSTRAINT "offerable_snapshot_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON offerable_snapshot FOR EACH ROW EXECUTE FUNCTION tell_of_snapshot();
