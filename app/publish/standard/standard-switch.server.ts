import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { INTENTS, type Intent } from './standard-lists.ts'

/** How one of Shopify's own lists is written to in a shop. */
export interface StandardState {
  readonly intent: Intent
  readonly isOn: boolean
  /** Products whose list is ours now. */
  readonly written: number
  /** Products whose list somebody has edited since: left alone. */
  readonly left: number
  /** Products whose list Shopify did not take, and why the first of them. */
  readonly refused: number
  readonly why: string | null
}

/** Which of the lists the merchant wants written. */
export async function intentsOn(shop: ShopId): Promise<Set<Intent>> {
  const { rows } = await pool.query<{ intent: Intent }>('SELECT intent FROM standard_switch WHERE shop_id = $1', [shop])
  return new Set(rows.map(({ intent }) => intent))
}

export async function switchIntent(client: PoolClient, shop: ShopId, intent: Intent, isOn: boolean): Promise<void> {
  if (isOn) await client.query('INSERT INTO standard_switch (shop_id, intent) VALUES ($1, $2) ON CONFLICT DO NOTHING', [shop, intent])
  else await client.query('DELETE FROM standard_switch WHERE shop_id = $1 AND intent = $2', [shop, intent])
}

export async function standardStates(shop: ShopId): Promise<StandardState[]> {
  const { rows } = await pool.query<StandardState>(
    `SELECT intent, EXISTS (SELECT FROM standard_switch WHERE shop_id = $1 AND standard_switch.intent = one.intent) AS "isOn",
            count(*) FILTER (WHERE written IS NOT NULL AND NOT is_left)::int AS written, count(*) FILTER (WHERE is_left)::int AS left,
            count(refused)::int AS refused, (array_agg(refused ORDER BY product_id) FILTER (WHERE refused IS NOT NULL))[1] AS why
     FROM unnest($2::text[]) WITH ORDINALITY AS one (intent, place) LEFT JOIN standard_list USING (intent)
     WHERE shop_id = $1 OR shop_id IS NULL GROUP BY intent, place ORDER BY place`,
    [shop, INTENTS],
  )
  return rows
}

/** Products that have such a list only because we wrote one. */
export async function countAdded(shop: ShopId, intent: Intent): Promise<number> {
  const { rows } = await pool.query<{ added: number }>(
    `SELECT count(*)::int AS added FROM standard_list
     WHERE shop_id = $1 AND intent = $2 AND written IS NOT NULL AND before IS NULL AND NOT is_left`,
    [shop, intent],
  )
  return rows[0]!.added
}
