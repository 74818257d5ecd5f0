import type { PoolClient } from 'pg'
import type { CustomerId, OrderId, ShopId } from '#app/commerce/ids.ts'
import type { Order } from '#app/commerce/order.ts'

const ORDERS = `SELECT id, customer_id AS "customerId", extract(epoch FROM processed_at)::float8 * 1000 AS "processedAt",
            extract(epoch FROM updated_at)::float8 * 1000 AS "updatedAt", extract(epoch FROM cancelled_at)::float8 * 1000 AS "cancelledAt", false AS "isTest",
            taxes_included AS "taxesIncluded", channel, adjustment, visit,
            COALESCE((SELECT json_agg(json_build_object('id', line.id, 'productId', product_id, 'variantId', variant_id, 'quantity', quantity,
                                'currentQuantity', current_quantity, 'unitPrice', unit_price, 'discount', discount, 'tax', tax, 'soldBy', sold_by,
                                'bundle', CASE WHEN bundle_id IS NOT NULL THEN json_build_object('id', bundle_id, 'productId', bundle_product_id) END))
                      FROM order_line AS line WHERE line.shop_id = "order".shop_id AND line.order_id = "order".id), '[]') AS lines
     FROM "order"`

/** Those of the orders that are recorded, as they are. Of a visit they name the mark. */
export async function findOrders(client: Pick<PoolClient, 'query'>, shop: ShopId, ids: readonly OrderId[]): Promise<Order[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<Order>(`${ORDERS} WHERE shop_id = $1 AND id = ANY ($2::bigint[])`, [shop, ids])
  return rows
}

/** The orders that were made last, the latest first. Of a visit they name the mark. */
export async function latestOrders(client: Pick<PoolClient, 'query'>, shop: ShopId, most: number): Promise<Order[]> {
  const { rows } = await client.query<Order>(`${ORDERS} WHERE shop_id = $1 ORDER BY processed_at DESC, id DESC LIMIT $2`, [shop, most])
  return rows
}

/** The orders that the visits of some browsers led to and that were made before a moment, by the browsers' marks. */
export async function findOrdersOfVisits(
  client: PoolClient,
  shop: ShopId,
  marks: readonly string[],
  before: Date,
): Promise<Map<string, Order[]>> {
  const { rows } = await client.query<Order>(`${ORDERS} WHERE shop_id = $1 AND visit = ANY ($2::text[]) AND processed_at < $3`, [
    shop,
    marks,
    before,
  ])
  return Map.groupBy(rows, ({ visit }) => visit ?? '')
}

/** The marks of browsers whose orders were recorded since a moment. */
export async function visitsRecordedSince(client: PoolClient, shop: ShopId, since: Date): Promise<string[]> {
  const { rows } = await client.query<{ visit: string }>(
    'SELECT DISTINCT visit FROM "order" WHERE shop_id = $1 AND recorded_at >= $2 AND visit IS NOT NULL',
    [shop, since],
  )
  return rows.map(({ visit }) => visit)
}

/** The marks of the browsers whose visits led to the orders. */
export async function visitsOfOrders(client: PoolClient, shop: ShopId, ids: readonly OrderId[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<{ visit: string }>(
    'SELECT DISTINCT visit FROM "order" WHERE shop_id = $1 AND id = ANY ($2::bigint[]) AND visit IS NOT NULL',
    [shop, ids],
  )
  return rows.map(({ visit }) => visit)
}

/** Unties orders, and all of some customers, from the browsers in which they were made; returns the marks of those browsers. */
export async function untieVisits(
  client: PoolClient,
  shop: ShopId,
  customers: readonly CustomerId[],
  orders: readonly OrderId[],
): Promise<string[]> {
  const { rows } = await client.query<{ visit: string }>(
    `WITH named AS (SELECT id, visit FROM "order" WHERE shop_id = $1 AND visit IS NOT NULL
       AND (id = ANY ($3::bigint[]) OR customer_id = ANY ($2::bigint[])) FOR UPDATE)
     UPDATE "order" SET visit = NULL FROM named WHERE "order".shop_id = $1 AND "order".id = named.id RETURNING named.visit`,
    [shop, customers, orders],
  )
  return [...new Set(rows.map(({ visit }) => visit))]
}
