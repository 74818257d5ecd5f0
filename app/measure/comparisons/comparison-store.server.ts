import type { ClientBase, Pool } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { readRule } from '#app/rules/read-rule.ts'
import type { Rule } from '#app/rules/rule.ts'
import type { Comparison, ComparisonKnown, ComparisonPlan, Ending } from './comparison.ts'

type Client = Pool | ClientBase

interface Row {
  readonly id: string
  readonly a: unknown
  readonly b: unknown
  readonly plan: ComparisonPlan
  readonly startedAt: Date
  readonly endsAt: Date
  readonly endedAt: Date | null
  readonly ending: Ending | null
  readonly known: ComparisonKnown | null
  readonly decided: 'used-b' | 'kept-a' | null
}

/** All that a shop has compared, the latest first. */
export const listComparisons = (shop: ShopId): Promise<Comparison[]> => read(shop, pool, '')

/** The one that runs. */
export async function runningComparison(shop: ShopId, client: Client = pool): Promise<Comparison | undefined> {
  const [running] = await read(shop, client, 'AND ended_at IS NULL')
  return running
}

async function read(shop: ShopId, client: Client, which: '' | 'AND ended_at IS NULL'): Promise<Comparison[]> {
  const { rows } = await client.query<Row>(
    `SELECT id, rule_a AS a, rule_b AS b, plan, started_at AS "startedAt", ends_at AS "endsAt", ended_at AS "endedAt", ending, known, decided
     FROM comparison WHERE shop_id = $1 ${which} ORDER BY started_at DESC, id`,
    [shop],
  )
  return rows.map(({ a, b, endedAt, ending, known, decided, ...rest }) => ({
    ...rest,
    a: trust(a),
    b: trust(b),
    ended: endedAt && ending ? { at: endedAt, by: ending, known, decided } : null,
  }))
}

/** Begins one: the caller has seen, holding the shop's rules, that none runs. */
export async function insertComparison(client: ClientBase, shop: ShopId, { id, a, b, plan, startedAt, endsAt }: Omit<Comparison, 'ended'>) {
  await client.query(
    'INSERT INTO comparison (shop_id, id, rule_a, rule_b, plan, started_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [shop, id, JSON.stringify(a), JSON.stringify(b), JSON.stringify(plan), startedAt, endsAt],
  )
}

/** Ends one for good, with what is known of it; false where it was over. */
export async function endComparison(shop: ShopId, id: string, by: Ending, known: ComparisonKnown | null, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    'UPDATE comparison SET ended_at = $3, ending = $4, known = $5 WHERE shop_id = $1 AND id = $2 AND ended_at IS NULL',
    [shop, id, now, by, JSON.stringify(known)],
  )
  return rowCount === 1
}

/** Whether one has ended by itself, and the merchant has not chosen yet. */
export async function awaitsChoice(shop: ShopId): Promise<boolean> {
  const { rowCount } = await pool.query(
    "SELECT FROM comparison WHERE shop_id = $1 AND ending IN ('told', 'last-day') AND decided IS NULL LIMIT 1",
    [shop],
  )
  return rowCount === 1
}

/** Writes down what the merchant made of one that is over. */
export async function decideComparison(shop: ShopId, id: string, decided: 'used-b' | 'kept-a'): Promise<void> {
  await pool.query('UPDATE comparison SET decided = $3 WHERE shop_id = $1 AND id = $2 AND ended_at IS NOT NULL', [shop, id, decided])
}

/** The app left the shop: nobody sees either rule any more. */
export async function stopComparisons(client: Pick<ClientBase, 'query'>, shop: ShopId): Promise<void> {
  await client.query("UPDATE comparison SET ended_at = now(), ending = 'stopped' WHERE shop_id = $1 AND ended_at IS NULL", [shop])
}

function trust(document: unknown): Rule {
  const read = readRule(document)
  if (read.kind === 'rule') return read.rule
  throw new Error('A compared rule cannot be read')
}
