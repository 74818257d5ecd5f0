import type { ShopId } from '#app/commerce/ids.ts'
import type { TooMuch } from '#app/rules/rule-volume.ts'
import { changeRules } from './change-rules.server.ts'
import { findVersion } from './versions.server.ts'
import { replaceWorkingSet } from './working-set.server.ts'

export type BroughtBack = { readonly kind: 'brought-back' | 'no-such-version' } | TooMuch

/**
 * Puts a version's set in the place of the working set; what waited there is gone. 0 puts nothing there: no rule at all.
 * The shop shows it once it was published.
 */
export function bringBack(shop: ShopId, number: number, now: Date): Promise<BroughtBack> {
  return changeRules(shop, async (client): Promise<BroughtBack> => {
    const version = await findVersion(shop, number, client)
    if (version) await replaceWorkingSet(client, shop, version.set, now)
    return { kind: version ? 'brought-back' : 'no-such-version' }
  })
}
