-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "is_online" BOOLEAN NOT NULL,
    "scope" TEXT,
    "expires" TIMESTAMPTZ(3),
    "access_token" TEXT NOT NULL,
    "refresh_token" TEXT,
    "refresh_token_expires" TIMESTAMPTZ(3),
    "user_id" BIGINT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "timezone" TEXT NOT NULL,
    "scopes" TEXT[],
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "uninstalled_at" TIMESTAMPTZ(3),

    CONSTRAINT "shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sync" (
    "shop_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "bulk_operation_id" TEXT,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "failure" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "sync_pkey" PRIMARY KEY ("shop_id","kind")
);

-- CreateTable
CREATE TABLE "product" (
    "shop_id" TEXT NOT NULL,
    "id" BIGINT NOT NULL,
    "handle" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "vendor" TEXT NOT NULL,
    "tags" TEXT[],
    "status" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "is_gift_card" BOOLEAN NOT NULL,
    "requires_selling_plan" BOOLEAN NOT NULL,
    "picture_url" TEXT,
    "variants" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "collection" (
    "shop_id" TEXT NOT NULL,
    "id" BIGINT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "collection_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "collection_member" (
    "shop_id" TEXT NOT NULL,
    "collection_id" BIGINT NOT NULL,
    "product_id" BIGINT NOT NULL,

    CONSTRAINT "collection_member_pkey" PRIMARY KEY ("shop_id","collection_id","product_id")
);

-- CreateTable
CREATE TABLE "order" (
    "shop_id" TEXT NOT NULL,
    "id" BIGINT NOT NULL,
    "customer_id" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "order_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "shop_id" TEXT NOT NULL,
    "order_id" BIGINT NOT NULL,
    "id" BIGINT NOT NULL,
    "product_id" BIGINT,
    "variant_id" BIGINT,
    "quantity" INTEGER NOT NULL,
    "current_quantity" INTEGER NOT NULL,
    "unit_price" BIGINT NOT NULL,
    "sold_by" TEXT,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("shop_id","order_id","id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "shop_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "kept" JSONB NOT NULL,
    "triggered_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("shop_id","topic","webhook_id")
);

-- CreateTable
CREATE TABLE "rule" (
    "shop_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "placement_setting" (
    "shop_id" TEXT NOT NULL,
    "placement" TEXT NOT NULL,
    "lock" TEXT NOT NULL,

    CONSTRAINT "placement_setting_pkey" PRIMARY KEY ("shop_id","placement")
);

-- CreateTable
CREATE TABLE "exclusion" (
    "shop_id" TEXT NOT NULL,
    "condition" JSONB NOT NULL,

    CONSTRAINT "exclusion_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "published_slot" (
    "shop_id" TEXT NOT NULL,
    "placement" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "offers" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "cards" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_slot_pkey" PRIMARY KEY ("shop_id","placement","product_id")
);

-- CreateTable
CREATE TABLE "model_snapshot" (
    "shop_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "orders" INTEGER NOT NULL,
    "products" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "checksum" TEXT NOT NULL,
    "trained_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_snapshot_pkey" PRIMARY KEY ("shop_id","kind")
);

-- CreateIndex
CREATE INDEX "session_shop_idx" ON "session"("shop");

-- CreateIndex
CREATE INDEX "collection_member_shop_id_product_id_idx" ON "collection_member"("shop_id", "product_id");

-- CreateIndex
CREATE INDEX "order_shop_id_created_at_idx" ON "order"("shop_id", "created_at");

-- CreateIndex
CREATE INDEX "delivery_shop_id_applied_at_received_at_idx" ON "delivery"("shop_id", "applied_at", "received_at");

-- AddForeignKey
ALTER TABLE "sync" ADD CONSTRAINT "sync_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule" ADD CONSTRAINT "rule_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement_setting" ADD CONSTRAINT "placement_setting_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exclusion" ADD CONSTRAINT "exclusion_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_snapshot" ADD CONSTRAINT "model_snapshot_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

