import type { ShopId } from '#app/commerce/ids.ts'
import { withChosen, type ChosenChanges } from '#app/rules/versions/chosen-changes.ts'
import { digestOf } from '#app/rules/versions/digest.server.ts'
import { countChanges } from '#app/rules/versions/rule-changes.ts'
import { newestVersion } from '#app/rules/versions/versions.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { diffSlots } from '#app/slots/diff/diff-slots.ts'
import { loadShopContext } from '#app/slots/load-shop-context.server.ts'

/** What differs between what merchants work on and what the shop shows. */
export interface Waiting {
  /** Rules that differ, and the settings as one more; 0 where nothing waits. */
  readonly changes: number
  /** Product pages on which shoppers would see something else. */
  readonly pages: number
  /** Of the working set, and the version it is compared with: what whoever publishes it has seen. */
  readonly digest: string
  readonly on: number
}

/** With `chosen` only those of the changes that wait are counted. */
export async function waitingIn(shop: ShopId, now: Date, chosen?: ChosenChanges): Promise<Waiting> {
  const [working, live] = await Promise.all([readWorkingSet(shop), newestVersion(shop)])
  const set = chosen ? withChosen(live.set, working, chosen) : working
  const changes = countChanges(live.set, set)
  const pages = changes === 0 ? 0 : diffSlots(live.set, set, await loadShopContext(shop, now)).filter(({ seen }) => seen).length
  return { changes, pages, digest: digestOf(working), on: live.number }
}
