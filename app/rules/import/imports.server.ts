import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { serialized } from '#app/rules/versions/serialized.server.ts'
import type { PairingSource } from './draft-pairing.ts'

/** One bringing over of rules: where from and when, how many drafts it made, and how many of them nobody has touched since. */
export interface RuleImport {
  readonly source: PairingSource
  readonly madeAt: Date
  readonly drafts: number
  readonly untouched: number
}

/** The shop's last imports of which something can be taken back, newest first, at most `most` of them. */
export async function listImports(shop: ShopId, most: number): Promise<RuleImport[]> {
  const { rows } = await pool.query<RuleImport>(
    `SELECT source, made_at AS "madeAt", cardinality(rules) AS drafts, untouched
     FROM rule_import AS made, LATERAL (
       SELECT count(*)::int AS untouched FROM rule WHERE rule.shop_id = made.shop_id AND id = ANY (rules) AND updated_at = made_at) AS counted
     WHERE shop_id = $1 AND untouched > 0 ORDER BY made_at DESC LIMIT $2`,
    [shop, most],
  )
  return rows
}

/**
 * Removes the drafts of an import that nobody has touched since. Those that were edited are kept. Both are 0 where there is no
 * such import, or where it was taken back.
 */
export function takeBackImport(
  shop: ShopId,
  source: PairingSource,
  madeAt: Date,
): Promise<{ readonly removed: number; readonly kept: number }> {
  return serialized(shop, async (client) => {
    const taken = await client.query<{ rules: RuleId[] }>(
      'DELETE FROM rule_import WHERE shop_id = $1 AND source = $2 AND made_at = $3 RETURNING rules',
      [shop, source, madeAt],
    )
    const ids = taken.rows[0]?.rules ?? []
    const ofThem = 'FROM rule WHERE shop_id = $1 AND id = ANY ($2::text[])'
    const removed = await client.query(`DELETE ${ofThem} AND updated_at = $3`, [shop, ids, madeAt])
    const kept = await client.query(`SELECT ${ofThem}`, [shop, ids])
    return { removed: removed.rowCount ?? 0, kept: kept.rowCount ?? 0 }
  })
}
