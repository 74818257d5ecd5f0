import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { JobKind } from './queue.server.ts'

/** Whether a job of one of the kinds is under way for the shop just now, in whatever process. */
export async function isUnderWay(shop: ShopId, kinds: readonly JobKind[]): Promise<boolean> {
  // In the words of the queue's own index of jobs that are not over.
  const { rowCount } = await pool.query(
    `SELECT FROM jobs.job WHERE name = ANY ($1::text[]) AND state = 'active' AND COALESCE(singleton_key, '') = $2 AND policy = 'stately' LIMIT 1`,
    [kinds, shop],
  )
  return rowCount !== 0
}
