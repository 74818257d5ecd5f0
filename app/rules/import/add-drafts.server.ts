import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { changeRules } from '#app/rules/versions/change-rules.server.ts'
import type { TooMuch } from '../rule-volume.ts'
import type { Rule } from '../rule.ts'
import type { PairingSource } from './draft-pairing.ts'

/**
 * Adds the rules that the shop does not have yet, all of them or none, and returns their ids. A rule that is there stays as it
 * is. What was added is kept as one import, made at `now`, so that it can be taken back.
 */
export function addDrafts(
  shop: ShopId,
  source: PairingSource,
  rules: readonly Rule[],
  now: Date,
): Promise<{ readonly kind: 'made'; readonly ids: readonly RuleId[] } | TooMuch> {
  return changeRules(shop, async (client) => {
    const { rows } = await client.query<{ id: RuleId }>(
      `INSERT INTO rule (shop_id, id, document, created_at, updated_at)
       SELECT $1, given.id, given.document, $4, $4 FROM unnest($2::text[], $3::jsonb[]) AS given (id, document)
       ON CONFLICT (shop_id, id) DO NOTHING RETURNING id`,
      [shop, rules.map(({ id }) => id), rules.map((rule) => JSON.stringify(rule)), now],
    )
    const made = rows.map(({ id }) => id)
    if (made.length > 0)
      await client.query('INSERT INTO rule_import (shop_id, source, made_at, rules) VALUES ($1, $2, $3, $4)', [shop, source, now, made])
    return { kind: 'made', ids: made }
  })
}
