import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'

/** Training that takes longer, or fails, or is thrown back by one redaction after the other, is not waited for. */
const PATIENCE_SECONDS = 30

/**
 * Whether the shop has no model but will have one in a moment, as after somebody was forgotten: what is published now would
 * take every learnt offer out of the shop only to put it back.
 */
export async function awaitsModel(shop: ShopId): Promise<boolean> {
  const { rows } = await pool.query<{ awaits: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM model_snapshot WHERE shop_id = $1)
        AND EXISTS (SELECT FROM jobs.job WHERE name = 'train' AND data->>'shop' = $1 AND state < 'completed')
        AND EXISTS (SELECT FROM shop WHERE id = $1 AND unlearnt_at > now() - make_interval(secs => $2)) AS awaits`,
    [shop, PATIENCE_SECONDS],
  )
  return rows[0]!.awaits
}
