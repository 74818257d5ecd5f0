import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'

/** Tokens that reading sentences may take in a month, in and out, and that it has taken in this one. */
export interface SayingBudget {
  /** 0 until the merchant has said how many: then no model is asked. */
  readonly mostTokens: number
  readonly spent: number
}

const monthOf = (now: Date) => now.toISOString().slice(0, 7)

export async function readSayingBudget(shop: ShopId, now: Date): Promise<SayingBudget> {
  const { rows } = await pool.query<SayingBudget>(
    `SELECT most_tokens AS "mostTokens", CASE WHEN month = $2 THEN spent ELSE 0 END AS spent FROM saying_budget WHERE shop_id = $1`,
    [shop, monthOf(now)],
  )
  return rows[0] ?? { mostTokens: 0, spent: 0 }
}

export async function changeSayingBudget(shop: ShopId, mostTokens: number): Promise<void> {
  await pool.query(
    'INSERT INTO saying_budget (shop_id, most_tokens) VALUES ($1, $2) ON CONFLICT (shop_id) DO UPDATE SET most_tokens = excluded.most_tokens',
    [shop, mostTokens],
  )
}

/** Counts what a call is about to take, unless everything is used up. False where it is: so the bound is passed by one call at the most. */
export async function reserveTokens(shop: ShopId, tokens: number, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE saying_budget SET spent = CASE WHEN month = $3 THEN spent ELSE 0 END + $2::int, month = $3
     WHERE shop_id = $1 AND CASE WHEN month = $3 THEN spent ELSE 0 END < most_tokens`,
    [shop, tokens, monthOf(now)],
  )
  return rowCount === 1
}

/** Puts right what was counted beforehand: `more` tokens than that were taken, or fewer where it lies below 0. */
export async function settleTokens(shop: ShopId, more: number, reservedAt: Date): Promise<void> {
  await pool.query('UPDATE saying_budget SET spent = greatest(0, spent + $2) WHERE shop_id = $1 AND month = $3', [
    shop,
    more,
    monthOf(reservedAt),
  ])
}
