-- The day of an order is the one on which it was made, not the one on which it was imported.
ALTER TABLE "order" RENAME COLUMN "created_at" TO "processed_at";
ALTER INDEX "order_shop_id_created_at_idx" RENAME TO "order_shop_id_processed_at_idx";
ALTER TABLE "order_line" ADD COLUMN "bundle_id" BIGINT, ADD COLUMN "bundle_product_id" BIGINT;
UPDATE delivery SET kept = jsonb_set(kept #- '{order,createdAt}', '{order,processedAt}', kept->'order'->'createdAt')
WHERE kept->>'kind' = 'order' AND kept->'order' ? 'createdAt';
-- Nobody knows what is held of which kind: all orders are read again, and what they say then is the newer.
UPDATE "order" SET updated_at = updated_at - interval '1 second';
UPDATE sync SET scopes = '{}' WHERE kind = 'orders';
