import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { JobKind } from './queue.server.ts'

/** Whether a job of the kind is under way for the shop, or waits to begin. */
export async function isAtWork(shop: ShopId, kind: JobKind): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT FROM jobs.job WHERE name = $1 AND singleton_key = $2 AND state IN ('created', 'retry', 'active') LIMIT 1`,
    [kind, shop],
  )
  return rowCount !== 0
}
