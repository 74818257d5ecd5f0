import type { PoolClient } from 'pg'
import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { Dismissal } from './dismissal.ts'
import type { Proposal } from './proposal.ts'

export type StoredProposal = { readonly proposal: Proposal } & (
  | { readonly state: 'open' }
  | { readonly state: 'drafted'; readonly ruleId: RuleId }
  | { readonly state: 'dismissed'; readonly dismissal: Dismissal }
)

interface Row {
  readonly proposal: Proposal
  readonly state: StoredProposal['state']
  readonly rule_id: RuleId | null
  readonly dismissal: Dismissal | null
}

/**
 * Puts what was mined from so many orders in the place of what was mined before, best first. What the merchant has decided
 * on stays decided, found again or not.
 */
export async function storeProposals(client: PoolClient, shop: ShopId, proposals: readonly Proposal[], orders: number): Promise<void> {
  await client.query(
    `INSERT INTO mining (shop_id, orders, mined_at) VALUES ($1, $2, now())
     ON CONFLICT (shop_id) DO UPDATE SET orders = excluded.orders, mined_at = excluded.mined_at`,
    [shop, orders],
  )
  const keys = proposals.map(({ key }) => key)
  await client.query(`DELETE FROM proposal WHERE shop_id = $1 AND state = 'open' AND NOT key = ANY ($2::text[])`, [shop, keys])
  // Examples name orders: those of an older mining may be gone by now, and go with it.
  await client.query(
    `UPDATE proposal SET proposal = jsonb_set(proposal, '{examples}', '[]') WHERE shop_id = $1 AND NOT key = ANY ($2::text[])`,
    [shop, keys],
  )
  await client.query(
    `INSERT INTO proposal (shop_id, key, place, proposal, state)
     SELECT $1, key, place, proposal, 'open' FROM unnest($2::text[], $3::jsonb[]) WITH ORDINALITY AS mined (key, proposal, place)
     ON CONFLICT (shop_id, key) DO UPDATE SET place = excluded.place, proposal = excluded.proposal`,
    [shop, keys, proposals.map((proposal) => JSON.stringify(proposal))],
  )
}

/** Erases what was mined from the shop's orders; what the merchant has decided stays, without the orders that it named. */
export async function eraseMined(client: PoolClient, shop: ShopId): Promise<void> {
  await client.query('DELETE FROM mining WHERE shop_id = $1', [shop])
  await client.query(`DELETE FROM proposal WHERE shop_id = $1 AND state = 'open'`, [shop])
  await client.query(`UPDATE proposal SET proposal = jsonb_set(proposal, '{examples}', '[]') WHERE shop_id = $1`, [shop])
}

/** Every proposal of the shop, best first. One whose draft the merchant has deleted again is open. */
export async function listProposals(shop: ShopId): Promise<StoredProposal[]> {
  const { rows } = await pool.query<Row>(
    `SELECT proposal, CASE WHEN state = 'drafted' AND rule.id IS NULL THEN 'open' ELSE state END AS state, rule_id, dismissal
     FROM proposal LEFT JOIN rule ON rule.shop_id = proposal.shop_id AND rule.id = proposal.rule_id
     WHERE proposal.shop_id = $1 ORDER BY place, key`,
    [shop],
  )
  return rows.map(({ proposal, state, rule_id, dismissal }): StoredProposal => {
    if (state === 'drafted') return { proposal, state, ruleId: rule_id! }
    return state === 'dismissed' ? { proposal, state, dismissal: dismissal! } : { proposal, state }
  })
}

/** Orders that were last looked at; undefined before the first time. */
export async function readMining(shop: ShopId): Promise<{ readonly orders: number } | undefined> {
  const { rows } = await pool.query<{ orders: number }>('SELECT orders FROM mining WHERE shop_id = $1', [shop])
  return rows[0]
}

/** Notes what the merchant decided. False where the shop has no such proposal. */
export async function decide(shop: ShopId, decided: StoredProposal): Promise<boolean> {
  const { rowCount } = await pool.query('UPDATE proposal SET state = $3, rule_id = $4, dismissal = $5 WHERE shop_id = $1 AND key = $2', [
    shop,
    decided.proposal.key,
    decided.state,
    decided.state === 'drafted' ? decided.ruleId : null,
    decided.state === 'dismissed' ? JSON.stringify(decided.dismissal) : null,
  ])
  return rowCount === 1
}
