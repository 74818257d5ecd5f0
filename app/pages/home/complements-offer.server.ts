import type { ShopId } from '#app/commerce/ids.ts'
import { log } from '#app/platform/log.server.ts'
import { countAdded } from '#app/publish/standard/standard-switch.server.ts'
import { countComplements } from '#app/rules/import/complements.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'

/** How many pairings of Search & Discovery there are to bring over; 0 once some were, and where Shopify does not tell. */
export async function complementsToOffer(shop: ShopId, admin: AdminApi): Promise<number> {
  const { rules } = await readWorkingSet(shop)
  if (rules.some(({ id }) => id.startsWith('search-discovery-'))) return 0
  const added = await countAdded(shop, 'complementary')
  const all = await countComplements(admin).catch((error: Error) => {
    log.warn({ shop, why: error.message }, 'Search & Discovery could not be read')
    return 0
  })
  return Math.max(0, all - added)
}
