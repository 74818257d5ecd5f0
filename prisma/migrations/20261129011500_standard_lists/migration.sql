-- Which of Shopify's own lists the merchant wants written as well: a row where one is.
CREATE TABLE "standard_switch" (
    "shop_id" TEXT NOT NULL,
    "intent" TEXT NOT NULL,

    CONSTRAINT "standard_switch_pkey" PRIMARY KEY ("shop_id","intent")
);
ALTER TABLE "standard_switch" ADD CONSTRAINT "standard_switch_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What we wrote to them, and what stood there before: that is put back.
CREATE TABLE "standard_list" (
    "shop_id" TEXT NOT NULL,
    "intent" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "before" TEXT,
    "written" TEXT,
    "writing" TEXT,
    "digest" TEXT,
    "is_left" BOOLEAN NOT NULL DEFAULT false,
    "refused" TEXT,

    CONSTRAINT "standard_list_pkey" PRIMARY KEY ("shop_id","intent","product_id")
);
ALTER TABLE "standard_list" ADD CONSTRAINT "standard_list_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;
