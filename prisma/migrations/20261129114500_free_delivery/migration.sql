-- From what on a cart is delivered free, by market.
CREATE TABLE "free_delivery" (
    "shop_id" TEXT NOT NULL,
    "stated" JSONB NOT NULL,

    CONSTRAINT "free_delivery_pkey" PRIMARY KEY ("shop_id")
);
ALTER TABLE "free_delivery" ADD CONSTRAINT "free_delivery_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;
