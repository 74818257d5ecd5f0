import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { JobProgress } from './job-view.ts'

export type TrainingProgress = Extract<JobProgress, { readonly kind: 'training' }>

/** Writes down how far a training is; nothing where the shop is gone. */
export async function recordTraining(shop: ShopId, { step, read, total }: Omit<TrainingProgress, 'kind'>): Promise<void> {
  await pool.query(
    `INSERT INTO training (shop_id, step, read, total) SELECT id, $2, $3, $4 FROM shop WHERE id = $1 FOR SHARE
     ON CONFLICT (shop_id) DO UPDATE SET step = excluded.step, read = excluded.read, total = excluded.total`,
    [shop, step, read, total],
  )
}

/** How far the training under way is; undefined before the first. */
export async function trainingProgress(shop: ShopId): Promise<TrainingProgress | undefined> {
  const { rows } = await pool.query<TrainingProgress>(`SELECT 'training' AS kind, step, read, total FROM training WHERE shop_id = $1`, [
    shop,
  ])
  return rows[0]
}
