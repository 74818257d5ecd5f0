import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { PULL_STOPPED } from './sync-progress.server.ts'

/** Stands in the output of a job that the merchant stopped. */
export const STOPPED = '{"stopped": true}'

/** Whether the merchant stopped the job, rather than another process having taken it over. */
export async function wasStopped(shop: ShopId, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT FROM jobs.job WHERE id = $2 AND data->>'shop' = $1 AND state = 'cancelled' AND output @> $3`,
    [shop, id, STOPPED],
  )
  return rowCount === 1
}

/** What was being read when the merchant stopped it counts as not read; its export is gone on with when it is asked for again. */
export async function recordStopped(shop: ShopId): Promise<void> {
  await pool.query(
    `UPDATE sync SET phase = 'failed', failure = $2, finished_at = now() WHERE shop_id = $1 AND phase NOT IN ('done', 'failed')`,
    [shop, PULL_STOPPED],
  )
}
