import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { HarmfulRule } from './harmful-rules.ts'

/** A rule that costs buyers, as it is known. */
export interface RuleFlag extends HarmfulRule {
  readonly since: Date
  /** When it was paused for that; null where it never was. */
  readonly pausedAt: Date | null
}

/** The shop's rules that cost buyers, the latest first. */
export async function flaggedRules(shop: ShopId): Promise<RuleFlag[]> {
  const { rows } = await pool.query<RuleFlag>(
    'SELECT rule_id AS rule, since, low, high, paused_at AS "pausedAt" FROM rule_flag WHERE shop_id = $1 ORDER BY since DESC, rule_id',
    [shop],
  )
  return rows
}

/** Flags these rules and no others. What was flagged before stays so since then. */
export async function keepFlags(shop: ShopId, harmful: readonly HarmfulRule[], now: Date): Promise<void> {
  const ids = harmful.map(({ rule }) => rule)
  await pool.query('DELETE FROM rule_flag WHERE shop_id = $1 AND rule_id <> ALL ($2::text[])', [shop, ids])
  await pool.query(
    `INSERT INTO rule_flag (shop_id, rule_id, since, low, high)
     SELECT $1, rule, $5, low, high FROM unnest($2::text[], $3::float8[], $4::float8[]) AS now (rule, low, high)
     ON CONFLICT (shop_id, rule_id) DO UPDATE SET low = excluded.low, high = excluded.high`,
    [shop, ids, harmful.map(({ low }) => low), harmful.map(({ high }) => high), now],
  )
}

/** Notes that rules were paused: who makes them active again has decided, and they are not paused for the same once more. */
export async function notePaused(shop: ShopId, rules: readonly RuleId[], now: Date): Promise<void> {
  await pool.query('UPDATE rule_flag SET paused_at = $3 WHERE shop_id = $1 AND rule_id = ANY ($2::text[])', [shop, rules, now])
}
