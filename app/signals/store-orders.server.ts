import type { PoolClient } from 'pg'
import type { OrderId, ShopId } from '#app/commerce/ids.ts'
import type { Order, OrderLine } from '#app/commerce/order.ts'
import type { OrderExportLine, OrderHead } from '#app/ingest/read-order.ts'
import { withhold } from './withhold.server.ts'

/** Makes room, in this transaction alone, for orders and their lines. */
export async function openOrderStage(client: PoolClient): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE staged_order (id bigint, customer_id bigint, created_at timestamptz, updated_at timestamptz, cancelled_at timestamptz) ON COMMIT DROP;
    CREATE TEMP TABLE staged_line (
      order_id bigint, id bigint, product_id bigint, variant_id bigint, quantity int, current_quantity int, unit_price bigint, sold_by text) ON COMMIT DROP;`)
}

/** Stages a batch of an export's lines in whatever order they come; returns how many were broken. */
export async function stageOrderLines(client: PoolClient, lines: readonly OrderExportLine[]): Promise<number> {
  const heads: OrderHead[] = []
  const items: { of: OrderId; line: OrderLine }[] = []
  let broken = 0
  for (const line of lines) {
    if (line.kind === 'order') heads.push(line.order)
    else if (line.kind === 'line') items.push(line)
    else broken += 1
  }
  await stageHeads(client, heads)
  await stageItems(client, items)
  return broken
}

/** Stages whole orders. */
export async function stageOrders(client: PoolClient, orders: readonly Order[]): Promise<void> {
  await stageHeads(client, orders)
  await stageItems(
    client,
    orders.flatMap(({ id, lines }) => lines.map((line) => ({ of: id, line }))),
  )
}

async function stageHeads(client: PoolClient, heads: readonly OrderHead[]): Promise<void> {
  if (heads.length === 0) return
  const instant = (ms: number | null) => (ms === null ? null : new Date(ms))
  await client.query(
    'INSERT INTO staged_order SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[])',
    [
      heads.map((head) => head.id),
      heads.map((head) => head.customerId),
      heads.map((head) => instant(head.createdAt)),
      heads.map((head) => instant(head.updatedAt)),
      heads.map((head) => instant(head.cancelledAt)),
    ],
  )
}

async function stageItems(client: PoolClient, items: readonly { of: OrderId; line: OrderLine }[]): Promise<void> {
  if (items.length === 0) return
  await client.query(
    'INSERT INTO staged_line SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::int[], $6::int[], $7::bigint[], $8::text[])',
    [
      items.map(({ of }) => of),
      items.map(({ line }) => line.id),
      items.map(({ line }) => line.productId),
      items.map(({ line }) => line.variantId),
      items.map(({ line }) => line.quantity),
      items.map(({ line }) => line.currentQuantity),
      items.map(({ line }) => line.unitPrice),
      items.map(({ line }) => line.soldBy),
    ],
  )
}

/**
 * Records what is staged: of each order the state with the greatest `updated_at` stands, whatever order the states came
 * in; staging one twice changes nothing. Shopify's times end at the second, so of two states of one second the one that
 * came later stands. Returns how many orders changed and how many lines had no order in the stage.
 */
export async function recordStaged(client: PoolClient, shop: ShopId): Promise<{ changed: number; orphans: number }> {
  await withhold(client, shop)
  const { rows } = await client.query<{ changed: number; orphans: number }>(
    `WITH newest AS (SELECT DISTINCT ON (id) * FROM staged_order ORDER BY id, updated_at DESC),
     changed AS (
       INSERT INTO "order" (shop_id, id, customer_id, created_at, updated_at, cancelled_at)
       SELECT $1, id, customer_id, created_at, updated_at, cancelled_at FROM newest
       ON CONFLICT (shop_id, id) DO UPDATE
         SET customer_id = excluded.customer_id, created_at = excluded.created_at, updated_at = excluded.updated_at, cancelled_at = excluded.cancelled_at
         WHERE "order".updated_at <= excluded.updated_at
       RETURNING id),
     gone AS (DELETE FROM order_line USING changed WHERE order_line.shop_id = $1 AND order_line.order_id = changed.id
              AND NOT EXISTS (SELECT FROM staged_line AS still WHERE still.order_id = order_line.order_id AND still.id = order_line.id)),
     written AS (
       INSERT INTO order_line (shop_id, order_id, id, product_id, variant_id, quantity, current_quantity, unit_price, sold_by)
       SELECT DISTINCT ON (line.order_id, line.id) $1, line.* FROM staged_line AS line JOIN changed ON changed.id = line.order_id
       ON CONFLICT (shop_id, order_id, id) DO UPDATE
         SET product_id = excluded.product_id, variant_id = excluded.variant_id, quantity = excluded.quantity,
             current_quantity = excluded.current_quantity, unit_price = excluded.unit_price, sold_by = excluded.sold_by)
     SELECT (SELECT count(*) FROM changed) AS changed,
            (SELECT count(*) FROM staged_line AS line WHERE NOT EXISTS (SELECT FROM newest WHERE newest.id = line.order_id)) AS orphans`,
    [shop],
  )
  await client.query('TRUNCATE staged_order, staged_line')
  return rows[0]!
}
