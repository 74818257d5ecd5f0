import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { ShopId, StaffId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { COPY_LOCALES, type CopyLocale } from '../sentences/locale.ts'
import type { WritingUnit } from './writing-units.ts'

const stored = z.object({
  state: z.enum(['running', 'done', 'spent', 'stopped', 'failed']),
  locales: z.array(z.enum(COPY_LOCALES)),
  /** Of units: a type of product in one language. */
  total: z.number(),
  done: z.number(),
  /** The last of them, as [type, language]; empty before the first. */
  reached: z.array(z.string()),
  /** Tokens, in and out. */
  spent: z.number(),
  mostTokens: z.number(),
  failure: z.string().nullable(),
  startedBy: z.string(),
  startedAt: z.date(),
})
export type CopyRun = z.infer<typeof stored>

/** The last writing by a model; undefined where there never was one. */
export async function readRun(shop: ShopId): Promise<CopyRun | undefined> {
  const { rows } = await pool.query(
    `SELECT state, locales, total, done, reached, spent, most_tokens AS "mostTokens", failure, started_by AS "startedBy", started_at AS "startedAt"
     FROM copy_run WHERE shop_id = $1`,
    [shop],
  )
  return rows[0] && stored.parse(rows[0])
}

/** Begins to write, in place of what was written last; not while that is under way. */
export async function beginRun(
  shop: ShopId,
  run: { readonly locales: readonly CopyLocale[]; readonly total: number; readonly mostTokens: number },
  by: StaffId,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `INSERT INTO copy_run (shop_id, state, locales, total, most_tokens, started_by, started_at) VALUES ($1, 'running', $2, $3, $4, $5, $6)
     ON CONFLICT (shop_id) DO UPDATE SET state = 'running', locales = excluded.locales, total = excluded.total, done = 0, reached = '{}', spent = 0,
       most_tokens = excluded.most_tokens, failure = NULL, started_by = excluded.started_by, started_at = excluded.started_at, finished_at = NULL
     WHERE copy_run.state <> 'running'`,
    [shop, run.locales, run.total, run.mostTokens, String(by), now],
  )
  return rowCount === 1
}

/** Notes what a call has cost, before anything is made of it. */
export async function noteSpent(shop: ShopId, tokens: number): Promise<void> {
  await pool.query('UPDATE copy_run SET spent = spent + $2 WHERE shop_id = $1', [shop, tokens])
}

/** Notes in a transaction that one more unit is written. */
export async function noteUnit(client: PoolClient, shop: ShopId, { type, locale }: Pick<WritingUnit, 'type' | 'locale'>): Promise<void> {
  await client.query('UPDATE copy_run SET done = least(done + 1, total), reached = $2 WHERE shop_id = $1', [shop, [type, locale]])
}

/** Ends what is under way, for a reason where it failed. */
export async function endRun(
  shop: ShopId,
  state: Exclude<CopyRun['state'], 'running'>,
  now: Date,
  failure: string | null = null,
): Promise<void> {
  await pool.query(`UPDATE copy_run SET state = $2, finished_at = $3, failure = $4 WHERE shop_id = $1 AND state = 'running'`, [
    shop,
    state,
    now,
    failure,
  ])
}

/** Goes on where writing was left, with another bound on what it may cost. */
export async function resumeRun(shop: ShopId, mostTokens: number): Promise<void> {
  await pool.query(
    `UPDATE copy_run SET state = 'running', failure = NULL, finished_at = NULL, most_tokens = $2
     WHERE shop_id = $1 AND state IN ('spent', 'stopped', 'failed')`,
    [shop, mostTokens],
  )
}
