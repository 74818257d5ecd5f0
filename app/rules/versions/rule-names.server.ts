import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'

/** What some rules are called; those that were deleted are absent. */
export async function ruleNames(shop: ShopId, rules: readonly RuleId[]): Promise<Map<RuleId, string>> {
  const { rows } = await pool.query<{ id: RuleId; name: string }>(
    `SELECT id, document->>'name' AS name FROM rule WHERE shop_id = $1 AND id = ANY ($2::text[])`,
    [shop, rules],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
