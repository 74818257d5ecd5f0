import type { ShopId } from '#app/commerce/ids.ts'
import type { Report } from '#app/models/evaluation/report.ts'
import { pool } from '#app/platform/db.server.ts'

/** How good the shop's newest model is, and when (ISO 8601) it was trained; undefined where there is none. */
export async function loadReport(shop: ShopId): Promise<{ readonly report: Report; readonly trainedAt: string } | undefined> {
  const { rows } = await pool.query<{ report: Report; trained_at: Date }>(
    'SELECT report, trained_at FROM model_snapshot WHERE shop_id = $1 ORDER BY trained_at DESC LIMIT 1',
    [shop],
  )
  return rows[0] && { report: rows[0].report, trainedAt: rows[0].trained_at.toISOString() }
}
