import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/db.server.ts'

const MINUTES = 60
/** The share by which orders may have grown or shrunk meanwhile. */
const CHANGE = 0.5

/** Whether the shop's models are of the last hour and of nearly as many orders: to train them again would tell little more. */
export async function isLatelyTrained(shop: ShopId): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT FROM model_snapshot WHERE shop_id = $1 AND trained_at > now() - make_interval(mins => $2)
     AND abs(orders - (SELECT count(*) FROM "order" WHERE "order".shop_id = $1)) <= $3::float8 * orders`,
    [shop, MINUTES, CHANGE],
  )
  return rowCount !== 0
}
