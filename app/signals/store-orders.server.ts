import type { PoolClient } from 'pg'
import type { OrderId, ShopId } from '#app/commerce/ids.ts'
import { bury } from '#app/ingest/tombstones.server.ts'
import { fillCustomers } from './fill-customers.server.ts'
import { dropTests } from './drop-tests.server.ts'
import { mergeStaged } from './merge-customers.server.ts'
import { withhold } from './withhold.server.ts'

/**
 * Of two states of one second, which stands: the one that is staged, because Shopify was asked for it just now, or the one
 * that is held, because the stage may be the older.
 */
export type OfOneSecond = 'staged' | 'held'

/**
 * Records what is staged: of each order the state with the greatest `updated_at` stands, whatever order the states come
 * in; staging one twice changes nothing. Returns how many orders changed, and whether visits led to any of those staged.
 */
export async function recordStaged(
  client: PoolClient,
  shop: ShopId,
  ofOneSecond: OfOneSecond,
): Promise<{ readonly changed: number; readonly hasVisits: boolean }> {
  const isOlder = ofOneSecond === 'staged' ? '<=' : '<'
  await mergeStaged(client, shop)
  await dropTests(client, shop)
  await withhold(client, shop)
  await client.query('ANALYZE staged_order; ANALYZE staged_line')
  const { rowCount } = await client.query(
    `WITH recorded AS (
       INSERT INTO "order" (shop_id, id, customer_id, processed_at, updated_at, cancelled_at, taxes_included, channel, adjustment, visit)
       SELECT DISTINCT ON (id) $1, id, customer_id, processed_at, updated_at, cancelled_at, taxes_included, channel, adjustment, visit
       FROM staged_order AS staged
       -- Most of an export is held already; a conflict would lock, and so write, each of its rows.
       WHERE NOT EXISTS (
         SELECT FROM "order" AS held
         WHERE held.shop_id = $1 AND held.id = staged.id AND NOT held.updated_at ${isOlder} staged.updated_at)
       ORDER BY id, updated_at DESC
       ON CONFLICT (shop_id, id) DO UPDATE
         SET customer_id = excluded.customer_id, processed_at = excluded.processed_at, updated_at = excluded.updated_at, cancelled_at = excluded.cancelled_at,
             taxes_included = excluded.taxes_included, channel = excluded.channel, adjustment = excluded.adjustment, visit = excluded.visit,
             recorded_at = now()
         WHERE "order".updated_at ${isOlder} excluded.updated_at
       RETURNING id)
     INSERT INTO changed_order SELECT id FROM recorded`,
    [shop],
  )
  await client.query('ANALYZE changed_order')
  await fillCustomers(client, shop)
  await client.query(
    `DELETE FROM order_line USING changed_order AS changed WHERE order_line.shop_id = $1 AND order_line.order_id = changed.id
     AND NOT EXISTS (SELECT FROM staged_line AS still WHERE still.order_id = order_line.order_id AND still.id = order_line.id)`,
    [shop],
  )
  await client.query(
    `INSERT INTO order_line (shop_id, order_id, id, product_id, variant_id, quantity, current_quantity, unit_price, discount, tax, sold_by, bundle_id, bundle_product_id)
     SELECT DISTINCT ON (line.order_id, line.id) $1, line.* FROM staged_line AS line JOIN changed_order AS changed ON changed.id = line.order_id
     ORDER BY line.order_id, line.id
     ON CONFLICT (shop_id, order_id, id) DO UPDATE
       SET product_id = excluded.product_id, variant_id = excluded.variant_id, quantity = excluded.quantity,
           current_quantity = excluded.current_quantity, unit_price = excluded.unit_price, discount = excluded.discount, tax = excluded.tax, sold_by = excluded.sold_by, bundle_id = excluded.bundle_id,
           bundle_product_id = excluded.bundle_product_id
       WHERE (order_line.product_id, order_line.variant_id, order_line.quantity, order_line.current_quantity, order_line.unit_price, order_line.discount, order_line.tax, order_line.sold_by, order_line.bundle_id, order_line.bundle_product_id)
         IS DISTINCT FROM (excluded.product_id, excluded.variant_id, excluded.quantity, excluded.current_quantity, excluded.unit_price, excluded.discount, excluded.tax, excluded.sold_by, excluded.bundle_id, excluded.bundle_product_id)`,
    [shop],
  )
  const { rowCount: visited } = await client.query('SELECT FROM staged_order WHERE visit IS NOT NULL LIMIT 1')
  await client.query('TRUNCATE staged_order, staged_line, changed_order')
  return { changed: rowCount ?? 0, hasVisits: visited !== 0 }
}

/** Deletes orders that the shop has deleted, and buries them: a late delivery does not bring them back. */
export async function deleteOrders(client: PoolClient, shop: ShopId, ids: readonly OrderId[]): Promise<void> {
  if (ids.length === 0) return
  await bury(client, shop, 'order', ids)
  await client.query('DELETE FROM order_line WHERE shop_id = $1 AND order_id = ANY ($2::bigint[])', [shop, ids])
  await client.query('DELETE FROM "order" WHERE shop_id = $1 AND id = ANY ($2::bigint[])', [shop, ids])
}
