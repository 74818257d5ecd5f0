-- CreateTable
CREATE TABLE "catalog_change" (
    "shop_id" TEXT NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "product_id" BIGINT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "catalog_change_pkey" PRIMARY KEY ("shop_id","number")
);

