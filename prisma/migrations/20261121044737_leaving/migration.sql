-- AlterTable
ALTER TABLE "data_request" ADD COLUMN     "orders" BIGINT[] DEFAULT ARRAY[]::BIGINT[];

-- CreateTable
CREATE TABLE "leaving" (
    "shop_id" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "metafields" INTEGER NOT NULL DEFAULT 0,
    "definitions" INTEGER NOT NULL DEFAULT 0,
    "discounts" INTEGER NOT NULL DEFAULT 0,
    "left_to_shopify" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "leaving_pkey" PRIMARY KEY ("shop_id")
);

