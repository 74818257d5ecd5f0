import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { EMPTY_SET } from '#app/rules/rule-set.ts'

const { rules: _, ...NO_SETTINGS } = EMPTY_SET

/**
 * How many decisions differ between what merchants work on and what the shop shows, as `countChanges` has it. The database compares
 * them, and no process of ours holds the rules for it: cheap enough to stand on every page.
 */
export async function countWaiting(shop: ShopId): Promise<number> {
  const { rows } = await pool.query<{ changes: number }>(
    `WITH live AS MATERIALIZED (SELECT document FROM rule_version WHERE shop_id = $1 ORDER BY number DESC LIMIT 1),
       was AS (SELECT rule->>'id' AS id, rule AS document FROM live, jsonb_array_elements(live.document->'rules') AS rule),
       now AS (SELECT id, document FROM rule WHERE shop_id = $1),
       settings AS (
         SELECT jsonb_build_object(
           'exclusion', (SELECT condition FROM exclusion WHERE shop_id = $1),
           'neverTogether', coalesce((SELECT pairs FROM never_together WHERE shop_id = $1), '[]'),
           'placements', coalesce((SELECT jsonb_object_agg(placement, mix) FROM placement_setting WHERE shop_id = $1), '{}'),
           'freeDelivery', (SELECT stated FROM free_delivery WHERE shop_id = $1),
           'floor', (SELECT above_cost FROM price_floor WHERE shop_id = $1)) AS document)
     SELECT (SELECT count(*) FROM was FULL JOIN now USING (id) WHERE was.document IS DISTINCT FROM now.document)::int
       + (jsonb_strip_nulls((SELECT document FROM settings))
          <> jsonb_strip_nulls(coalesce((SELECT document - 'rules' FROM live), $2::jsonb)))::int AS changes`,
    [shop, JSON.stringify(NO_SETTINGS)],
  )
  return rows[0]!.changes
}
