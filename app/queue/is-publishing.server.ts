import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'

/** Whether something is being written to the shop just now, in whatever process. */
export async function isPublishing(shop: ShopId): Promise<boolean> {
  // In the words of the queue's own index of jobs that are not over.
  const { rowCount } = await pool.query(
    `SELECT FROM jobs.job WHERE name = 'publish' AND state = 'active' AND COALESCE(singleton_key, '') = $1 AND policy = 'stately' LIMIT 1`,
    [shop],
  )
  return rowCount !== 0
}
