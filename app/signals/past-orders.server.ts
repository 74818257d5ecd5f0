import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { NET_OF_ORDER } from './net-in-sql.ts'

/** What each order of the last days came to, net and in minor units, and how many pieces are left; an order of which nothing is left is absent. */
export async function readPastOrders(shop: ShopId, days: number): Promise<{ readonly value: number; readonly units: number }[]> {
  const { rows } = await pool.query<{ value: number; units: number }>(
    `SELECT ${NET_OF_ORDER}::bigint AS value,
            sum(line.current_quantity)::bigint AS units
     FROM "order" JOIN order_line AS line ON line.shop_id = "order".shop_id AND line.order_id = "order".id
     WHERE "order".shop_id = $1 AND cancelled_at IS NULL AND processed_at > now() - make_interval(days => $2)
     GROUP BY "order".id HAVING sum(line.current_quantity) > 0`,
    [shop, days],
  )
  return rows
}
