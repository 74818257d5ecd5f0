-- CreateTable
CREATE TABLE "proposal" (
    "shop_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "proposal" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "rule_id" TEXT,
    "dismissal" JSONB,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("shop_id","key")
);

-- CreateTable
CREATE TABLE "mining" (
    "shop_id" TEXT NOT NULL,
    "orders" INTEGER NOT NULL,
    "mined_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mining_pkey" PRIMARY KEY ("shop_id")
);

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mining" ADD CONSTRAINT "mining_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

