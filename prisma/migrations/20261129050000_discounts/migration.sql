-- How far above its cost nothing is sold with a discount of ours.
CREATE TABLE "price_floor" (
    "shop_id" TEXT NOT NULL,
    "above_cost" INTEGER NOT NULL,

    CONSTRAINT "price_floor_pkey" PRIMARY KEY ("shop_id")
);
ALTER TABLE "price_floor" ADD CONSTRAINT "price_floor_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The deals that were last written beside a product.
CREATE TABLE "published_deals" (
    "shop_id" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "published_deals_pkey" PRIMARY KEY ("shop_id","product_id")
);
ALTER TABLE "published_deals" ADD CONSTRAINT "published_deals_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Our discounts in Shopify, and those that it refused.
CREATE TABLE "discount_node" (
    "shop_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "gid" TEXT,
    "written" TEXT NOT NULL,
    "refused" TEXT,

    CONSTRAINT "discount_node_pkey" PRIMARY KEY ("shop_id","key")
);
ALTER TABLE "discount_node" ADD CONSTRAINT "discount_node_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is known of discounts in a shop.
CREATE TABLE "discount_state" (
    "shop_id" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "others" JSONB NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "discount_state_pkey" PRIMARY KEY ("shop_id")
);
ALTER TABLE "discount_state" ADD CONSTRAINT "discount_state_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What discounts took off a line of an order.
ALTER TABLE "order_line" ADD COLUMN "discount" BIGINT NOT NULL DEFAULT 0;
