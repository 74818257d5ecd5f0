import { pool } from '#app/db.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'

/** Whether something is being written to the shop just now, in whatever process. */
export async function isPublishing(shop: ShopId): Promise<boolean> {
  const { rowCount } = await pool.query(`SELECT FROM jobs.job WHERE name = 'publish' AND singleton_key = $1 AND state = 'active' LIMIT 1`, [
    shop,
  ])
  return rowCount !== 0
}
