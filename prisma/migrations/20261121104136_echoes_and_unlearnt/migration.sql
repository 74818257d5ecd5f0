-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "unlearnt_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "product" ADD COLUMN     "stock_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "echo" (
    "shop_id" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "updates" INTEGER NOT NULL,

    CONSTRAINT "echo_pkey" PRIMARY KEY ("shop_id","product_id","at")
);

