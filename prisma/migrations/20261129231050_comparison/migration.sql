-- CreateTable
CREATE TABLE "comparison" (
    "shop_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "rule_a" JSONB NOT NULL,
    "rule_b" JSONB NOT NULL,
    "plan" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ending" TEXT,
    "known" JSONB,
    "decided" TEXT,

    CONSTRAINT "comparison_pkey" PRIMARY KEY ("shop_id","id")
);

-- AddForeignKey
ALTER TABLE "comparison" ADD CONSTRAINT "comparison_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

