import { z } from 'zod'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { sayingOutcome, type SayingOutcome } from './saying-outcome.ts'

/** Nobody waits longer than so many seconds, and what nobody waits for is not paid for. */
export const WAITED_SECONDS = 40

/** A sentence that a model is to read. */
export interface Saying {
  readonly id: string
  readonly sentence: string
}

/** Has a sentence wait for a model; to say so twice changes nothing. Those that nobody can wait for any more go. */
export async function addSaying(shop: ShopId, { id, sentence }: Saying, now: Date): Promise<void> {
  await dropOldSayings(shop)
  await pool.query('INSERT INTO saying (shop_id, id, sentence, requested_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
    shop,
    id,
    sentence,
    now,
  ])
}

/** The sentence with what came of it, undefined as long as nothing has; undefined where there is no such sentence. */
export async function readSayingOutcome(
  shop: ShopId,
  id: string,
): Promise<{ readonly sentence: string; readonly outcome: SayingOutcome | undefined } | undefined> {
  const { rows } = await pool.query('SELECT sentence, outcome FROM saying WHERE shop_id = $1 AND id = $2', [shop, id])
  return (
    rows[0] && z.object({ sentence: z.string(), outcome: sayingOutcome.nullable().transform((one) => one ?? undefined) }).parse(rows[0])
  )
}

/** Takes the sentence that has waited longest. None is taken twice: whoever was killed over one may have been charged for it. */
export async function takeSaying(shop: ShopId): Promise<Saying | undefined> {
  const { rows } = await pool.query<Saying>(
    `UPDATE saying SET state = 'reading' WHERE shop_id = $1 AND id = (
       SELECT id FROM saying WHERE shop_id = $1 AND state = 'waiting' AND requested_at > now() - make_interval(secs => $2)
       ORDER BY requested_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, sentence`,
    [shop, WAITED_SECONDS],
  )
  return rows[0]
}

export async function endSaying(shop: ShopId, id: string, outcome: SayingOutcome): Promise<void> {
  await pool.query(`UPDATE saying SET state = 'done', outcome = $3 WHERE shop_id = $1 AND id = $2`, [shop, id, JSON.stringify(outcome)])
}

/** Nobody waits for it any more: where no model has been asked yet, none is. */
export async function dropSaying(shop: ShopId, id: string): Promise<void> {
  await pool.query('DELETE FROM saying WHERE shop_id = $1 AND id = $2', [shop, id])
}

export async function dropOldSayings(shop: ShopId): Promise<void> {
  await pool.query(`DELETE FROM saying WHERE shop_id = $1 AND requested_at < now() - interval '1 hour'`, [shop])
}
