import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { NET_OF_LINE } from './net-in-sql.ts'

/**
 * How many orders the last days brought, and what those that hold any of the products came to in these products alone: net, in
 * minor units.
 */
export async function readOrderValuesOf(
  shop: ShopId,
  products: readonly ProductId[],
  days: number,
): Promise<{ readonly orders: number; readonly values: number[] }> {
  const recent = `"order".shop_id = $1 AND cancelled_at IS NULL AND processed_at > now() - make_interval(days => $2)`
  const [{ rows: counted }, { rows }] = await Promise.all([
    pool.query<{ orders: number }>(`SELECT count(*) AS orders FROM "order" WHERE ${recent}`, [shop, days]),
    pool.query<{ value: number }>(
      `SELECT sum(${NET_OF_LINE})::bigint AS value
       FROM "order" JOIN order_line AS line ON line.shop_id = "order".shop_id AND line.order_id = "order".id
       WHERE ${recent} AND line.product_id = ANY ($3::bigint[]) AND line.current_quantity > 0 GROUP BY "order".id`,
      [shop, days, products],
    ),
  ])
  return { orders: counted[0]!.orders, values: rows.map(({ value }) => value) }
}
