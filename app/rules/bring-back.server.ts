import type { ShopId } from '#app/commerce/ids.ts'
import { inTurn } from './in-turn.server.ts'
import { findVersion } from './versions.server.ts'
import { replaceWorkingSet } from './working-set.server.ts'

/**
 * Puts a version's set in the place of the working set; what waited there is gone. 0 puts nothing there: no rule at all.
 * False where the shop has no such version. The shop shows it once it was published.
 */
export function bringBack(shop: ShopId, number: number, now: Date): Promise<boolean> {
  return inTurn(shop, async (client) => {
    const version = await findVersion(shop, number, client)
    if (version) await replaceWorkingSet(client, shop, version.set, now)
    return version !== undefined
  })
}
