import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { inTransaction, pool } from '#app/platform/db.server.ts'
import type { FailureText } from '#app/platform/failure.ts'
import type { Leaving, LeavingPhase } from './leaving-phase.ts'

export async function readLeaving(shop: ShopId): Promise<Leaving | undefined> {
  const { rows } = await pool.query<Leaving>(
    `SELECT phase, metafields, definitions, discounts, left_to_shopify AS "leftToShopify", failure FROM leaving WHERE shop_id = $1`,
    [shop],
  )
  return rows[0]
}

/**
 * Writes down that the merchant wants everything removed. From here on the shop counts as left: no job begins work for it,
 * and nothing is served for it. Asking again after a failure tries again.
 */
export async function requestRemoval(shop: ShopId): Promise<void> {
  await inTransaction(async (client) => {
    await client.query(
      `INSERT INTO leaving (shop_id, phase, asked_at) VALUES ($1, 'asked', now())
       ON CONFLICT (shop_id) DO UPDATE SET phase = 'asked', failure = NULL WHERE leaving.phase = 'failed'`,
      [shop],
    )
    await client.query('UPDATE shop SET uninstalled_at = now() WHERE id = $1', [shop])
    await client.query(`DELETE FROM jobs.job WHERE data->>'shop' = $1 AND state < 'active'`, [shop])
  })
}

/** The merchant begins anew: the note that they left goes, and the shop is taken in when the app is opened next. */
export async function comeBack(shop: ShopId): Promise<void> {
  await pool.query(`DELETE FROM leaving WHERE shop_id = $1 AND phase = 'done'`, [shop])
}

/** Ends the tokens of a shop that has left: its merchant's browser brings a new one along with every look at the page. */
export async function endVisit(shop: ShopId): Promise<void> {
  await pool.query('DELETE FROM session WHERE shop = $1', [shop])
}

export async function recordPhase(shop: ShopId, phase: LeavingPhase, failure: FailureText | null = null): Promise<void> {
  await pool.query('UPDATE leaving SET phase = $2, failure = $3 WHERE shop_id = $1', [shop, phase, failure])
}

export async function recordGone(shop: ShopId, what: 'metafields' | 'definitions' | 'discounts', count: number): Promise<void> {
  await pool.query(`UPDATE leaving SET ${what} = ${what} + $2 WHERE shop_id = $1`, [shop, count])
}

/** Keeps the note of what was removed while every other row of the shop goes. */
export async function recordDone(client: PoolClient, shop: ShopId, before: Leaving, leftToShopify: number): Promise<void> {
  await client.query(
    `INSERT INTO leaving (shop_id, phase, metafields, definitions, discounts, left_to_shopify, asked_at, finished_at)
     VALUES ($1, 'done', $2, $3, $4, $5, now(), now())`,
    [shop, before.metafields, before.definitions, before.discounts, leftToShopify],
  )
}
