-- CreateTable
CREATE TABLE "rule_flag" (
    "shop_id" TEXT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "low" DOUBLE PRECISION NOT NULL,
    "high" DOUBLE PRECISION NOT NULL,
    "paused_at" TIMESTAMPTZ(3),

    CONSTRAINT "rule_flag_pkey" PRIMARY KEY ("shop_id","rule_id")
);

-- AddForeignKey
ALTER TABLE "rule_flag" ADD CONSTRAINT "rule_flag_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

