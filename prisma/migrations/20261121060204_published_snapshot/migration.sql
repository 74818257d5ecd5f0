-- CreateTable
CREATE TABLE "published_snapshot" (
    "shop_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_snapshot_pkey" PRIMARY KEY ("shop_id")
);

-- AddForeignKey
ALTER TABLE "published_snapshot" ADD CONSTRAINT "published_snapshot_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

