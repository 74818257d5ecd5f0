-- CreateTable
CREATE TABLE "storefront_event" (
    "shop_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "visitor" TEXT NOT NULL,
    "sold_by" TEXT,
    "product_id" BIGINT,
    "order_id" BIGINT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "storefront_event_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "pixel" (
    "shop_id" TEXT NOT NULL,
    "pixel_id" TEXT,
    "failure" TEXT,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pixel_pkey" PRIMARY KEY ("shop_id")
);

-- CreateIndex
CREATE INDEX "storefront_event_shop_id_visitor_received_at_idx" ON "storefront_event"("shop_id", "visitor", "received_at");

-- CreateIndex
CREATE INDEX "storefront_event_shop_id_received_at_idx" ON "storefront_event"("shop_id", "received_at");

-- AddForeignKey
ALTER TABLE "storefront_event" ADD CONSTRAINT "storefront_event_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pixel" ADD CONSTRAINT "pixel_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

