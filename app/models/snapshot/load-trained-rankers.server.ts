import type { ShopId } from '#app/commerce/ids.ts'
import type { Report } from '#app/models/evaluation/report.ts'
import type { TrainedRankers } from '#app/models/evaluation/trained-rankers.ts'
import { readRanker } from '#app/models/ranker/write-ranker.ts'
import { pool } from '#app/platform/db.server.ts'

/** What the shop's newest model was taught; null where there is none, or an earlier release wrote down something else. */
export async function loadTrainedRankers(shop: ShopId): Promise<TrainedRankers | null> {
  const { rows } = await pool.query<{ report: Report; ranker: unknown; next: unknown }>(
    'SELECT report, ranker, next_ranker AS next FROM model_snapshot WHERE shop_id = $1 ORDER BY trained_at DESC LIMIT 1',
    [shop],
  )
  const ranker = readRanker(rows[0]?.ranker)
  const next = readRanker(rows[0]?.next)
  return rows[0] && ranker && next ? { ranker, next, verdict: rows[0].report } : null
}
