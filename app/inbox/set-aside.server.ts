import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { FailureText } from '#app/platform/failure.ts'
import type { StoredDelivery } from './inbox.server.ts'

/** After so many tries a delivery no longer waits, until somebody asks for it again. */
export const MOST_TRIES = 3
const LONGEST_REASON = 300

/** Counts a failed try; after the last one the delivery is set aside with its failure. Returns whether it will be tried again. */
export async function recordFailure(
  shop: ShopId,
  { topic, webhookId }: StoredDelivery,
  why: FailureText,
): Promise<{ readonly again: boolean }> {
  const { rows } = await pool.query<{ failure: string | null }>(
    `UPDATE delivery SET tries = tries + 1, failure = CASE WHEN tries + 1 >= $4 THEN $5 END
     WHERE shop_id = $1 AND topic = $2 AND webhook_id = $3 AND applied_at IS NULL RETURNING failure`,
    [shop, topic, webhookId, MOST_TRIES, why.slice(0, LONGEST_REASON)],
  )
  return { again: rows[0]?.failure === null }
}

/** What was set aside for one reason, of one topic. */
export interface SetAside {
  readonly topic: string
  readonly why: string
  readonly count: number
  readonly lastAt: Date
}

/** What was set aside, by topic and reason, the newest first. */
export async function listSetAside(shop: ShopId, most: number): Promise<SetAside[]> {
  const { rows } = await pool.query<SetAside>(
    `SELECT topic, failure AS why, count(*) AS count, max(received_at) AS "lastAt" FROM delivery
     WHERE shop_id = $1 AND applied_at IS NULL AND failure IS NOT NULL GROUP BY 1, 2 ORDER BY "lastAt" DESC, topic, why LIMIT $2`,
    [shop, most],
  )
  return rows
}

export async function countSetAside(shop: ShopId): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*) FROM delivery WHERE shop_id = $1 AND applied_at IS NULL AND failure IS NOT NULL',
    [shop],
  )
  return rows[0]!.count
}

/** Puts everything that was set aside back in line. */
export async function tryAgain(shop: ShopId): Promise<void> {
  await pool.query('UPDATE delivery SET tries = 0, failure = NULL WHERE shop_id = $1 AND applied_at IS NULL AND failure IS NOT NULL', [
    shop,
  ])
}
