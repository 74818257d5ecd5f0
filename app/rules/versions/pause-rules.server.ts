import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { insertVersion } from './insert-version.server.ts'
import { serialized } from './serialized.server.ts'
import { newestVersion } from './versions.server.ts'
import { withPaused } from './with-paused.ts'

/**
 * Makes drafts of rules: of what the shop shows, as a version of its own, and of what merchants work on; whatever else waits there goes
 * on waiting. For a merchant who asked for that beforehand. Returns the rules that the shop showed until now; of none there is no version.
 */
export function pauseRules(shop: ShopId, ids: ReadonlySet<RuleId>, now: Date): Promise<readonly RuleId[]> {
  return serialized(shop, async (client): Promise<readonly RuleId[]> => {
    const { number, set: live } = await newestVersion(shop, client)
    const { set, paused } = withPaused(live, ids)
    if (paused.length === 0) return []
    await insertVersion(client, shop, { number: number + 1, set, by: { kind: 'safeguard' }, why: '', changes: null, pages: null }, now)
    await client.query(
      `UPDATE rule SET document = jsonb_set(document, '{state}', '"draft"'), updated_at = $3
       WHERE shop_id = $1 AND id = ANY ($2::text[]) AND document->>'state' = 'active'`,
      [shop, paused, now],
    )
    return paused
  })
}
