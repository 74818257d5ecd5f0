import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { readFailure, type Health, type JobProgress } from './job-view.ts'
import { enqueue, JOBS, type JobKind } from './queue.server.ts'
import { STOPPED } from './stopped.server.ts'
import { trainingProgress } from './training-progress.server.ts'

/** What stops may wait for tomorrow; what forgets, removes and takes over may not. */
const MAY_STOP: readonly JobKind[] = ['sync', 'publish', 'check', 'markets', 'lint', 'measure']

interface Row {
  readonly id: string
  readonly job: JobKind
  readonly state: 'created' | 'retry' | 'active' | 'cancelled' | 'failed'
  readonly from: Date
  readonly since: Date | null
  readonly at: Date | null
  readonly attempt: number
  readonly mostAttempts: number
  readonly said: string | null
}

/** Every job of the shop that runs or waits, and of each kind the last one where it failed for good or was stopped. */
export async function healthOf(shop: ShopId): Promise<Health> {
  const { rows } = await pool.query<Row>(
    `WITH live AS (SELECT * FROM jobs.job WHERE name = ANY ($2) AND state <= 'active' AND COALESCE(singleton_key, '') = $1 AND policy = 'stately'),
       last AS (SELECT ended.* FROM unnest($2::text[]) AS kind, LATERAL (
                  SELECT * FROM jobs.job WHERE singleton_key = $1 AND name = kind AND state > 'active' ORDER BY completed_on DESC LIMIT 1) AS ended)
     SELECT id, name AS job, state, start_after AS from, started_on AS since, completed_on AS at, retry_count + 1 AS attempt,
            retry_limit + 1 AS "mostAttempts", COALESCE(output->>'message', output->'value'->>'message') AS said
     FROM (SELECT * FROM live
           UNION ALL SELECT * FROM last WHERE state = 'failed' OR (state = 'cancelled' AND output @> $3)) AS told
     ORDER BY created_on, name`,
    [shop, JOBS, STOPPED],
  )
  const progress = await progressOf(shop)
  const failureOf = ({ said }: Row) => (said === null ? null : readFailure(said))
  const among = (...states: Row['state'][]) => rows.filter(({ state }) => states.includes(state))
  return {
    running: among('active').map((row) => ({
      ...pick(row),
      since: (row.since ?? row.from).toISOString(),
      attempt: row.attempt,
      mostAttempts: row.mostAttempts,
      progress: progress[row.job] ?? null,
      mayStop: MAY_STOP.includes(row.job),
    })),
    waiting: among('created', 'retry').map((row) => ({
      ...pick(row),
      from: row.from.toISOString(),
      failure: failureOf(row),
      mayStop: MAY_STOP.includes(row.job),
    })),
    ended: among('failed', 'cancelled').map((row) => ({ ...pick(row), at: (row.at ?? row.from).toISOString(), failure: failureOf(row) })),
  }
}

const pick = ({ id, job }: Row) => ({ id, job })

async function progressOf(shop: ShopId): Promise<Partial<Record<JobKind, JobProgress>>> {
  const [{ rows: pulls }, { rows: deliveries }, training] = await Promise.all([
    pool.query<{ phase: string; progress: number; total: number | null }>(
      `SELECT phase, progress, total FROM sync WHERE shop_id = $1 AND phase IN ('exporting', 'reading') ORDER BY started_at DESC LIMIT 1`,
      [shop],
    ),
    pool.query<{ waiting: number }>(
      'SELECT count(*) AS waiting FROM delivery WHERE shop_id = $1 AND applied_at IS NULL AND failure IS NULL',
      [shop],
    ),
    trainingProgress(shop),
  ])
  const [pull] = pulls
  return {
    ...(training && { train: training }),
    apply: { kind: 'deliveries', waiting: deliveries[0]!.waiting },
    ...(pull && {
      sync:
        pull.phase === 'reading'
          ? { kind: 'reading', read: pull.progress, total: pull.total ?? 0 }
          : { kind: 'exporting', objects: pull.progress },
    }),
  }
}

/**
 * Ends a job that waits, or that runs in whatever process: the worker that has it looks every other second whether it still
 * has. False where the shop has no such job, or none that may be stopped.
 */
export async function stopJob(shop: ShopId, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE jobs.job SET state = 'cancelled', completed_on = now(), output = $3::jsonb
     WHERE id = $2 AND data->>'shop' = $1 AND state <= 'active' AND name = ANY ($4)`,
    [shop, id, STOPPED, MAY_STOP],
  )
  return rowCount === 1
}

/**
 * Asks again for what ended. A new job sees all there is to do, so earlier ends of its kind are settled with it. False where
 * the shop has no such job.
 */
export async function retryJob(shop: ShopId, id: string): Promise<boolean> {
  const { rows } = await pool.query<{ kind: JobKind }>(
    `SELECT name AS kind FROM jobs.job WHERE id = $2 AND data->>'shop' = $1 AND (state = 'failed' OR (state = 'cancelled' AND output @> $3))`,
    [shop, id, STOPPED],
  )
  const kind = rows[0]?.kind
  if (!kind) return false
  await enqueue(kind, shop)
  await pool.query(`DELETE FROM jobs.job WHERE data->>'shop' = $1 AND name = $2 AND state IN ('failed', 'cancelled')`, [shop, kind])
  return true
}
