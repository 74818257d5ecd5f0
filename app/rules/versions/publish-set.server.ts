import type { ShopId } from '#app/commerce/ids.ts'
import { canonical } from './canonical.ts'
import { withChosen, type ChosenChanges } from './chosen-changes.ts'
import { digestOf } from './digest.server.ts'
import { insertVersion } from './insert-version.server.ts'
import type { Maker } from './maker.ts'
import { serialized } from './serialized.server.ts'
import { newestVersion } from './versions.server.ts'
import { readWorkingSet } from './working-set.server.ts'

/** What somebody looked at before they published it. */
export interface Reviewed {
  /** Of the working set that was shown. */
  readonly digest: string
  /** The version that it was compared with; 0 where there was none. */
  readonly on: number
  /** Decisions and product pages that differ from it. */
  readonly changes: number
  readonly pages: number
}

export type Publishing =
  | { readonly kind: 'published'; readonly number: number }
  /** Somebody has changed or published something since: what would be published is not what was reviewed. */
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'nothing-waits' }

/**
 * Makes the next version of exactly the set that was reviewed, or none. `why` is the merchant's note. The slots of the shop
 * follow once the publish job has run. With `chosen` only those changes are made, and the others go on waiting.
 */
export function publishSet(
  shop: ShopId,
  reviewed: Reviewed,
  by: Maker,
  why: string,
  now: Date,
  chosen?: ChosenChanges,
): Promise<Publishing> {
  return serialized(shop, async (client): Promise<Publishing> => {
    const [working, newest] = [await readWorkingSet(shop, client), await newestVersion(shop, client)]
    const set = chosen ? withChosen(newest.set, working, chosen) : working
    if (canonical(set) === canonical(newest.set)) return { kind: 'nothing-waits' }
    if (digestOf(working) !== reviewed.digest || newest.number !== reviewed.on) return { kind: 'changed-meanwhile' }
    const number = newest.number + 1
    await insertVersion(client, shop, { number, set, by, why, changes: reviewed.changes, pages: reviewed.pages }, now)
    return { kind: 'published', number }
  })
}
