import { countChanged } from '#app/catalog/changes.server.ts'
import type { RuleId, ShopId, StaffId } from '#app/commerce/ids.ts'
import { listedVersion, type ListedVersion } from '#app/kit/changes/listed-version.ts'
import type { RuleFlag } from '#app/measure/boards/rule-flags.server.ts'
import { ruleNames } from '#app/rules/versions/rule-names.server.ts'
import { countVersions, listVersions } from '#app/rules/versions/versions.server.ts'
import { countOrders, countSold } from '#app/signals/count-sold.server.ts'

/** What happened in the 24 hours before the page was asked for. */
export interface SinceYesterday {
  readonly orders: number
  /** Of these, how many hold something that was added from an offer. */
  readonly fromOffers: number
  /** Products of which something changed in the shop. */
  readonly changed: number
  /** What was published, newest first, at most three; and how many times in all. */
  readonly versions: readonly ListedVersion[]
  readonly published: number
  /** Rules of which it has become certain that they cost buyers. */
  readonly costly: readonly { readonly id: RuleId; readonly name: string }[]
}

const DAY = 86_400_000
const MOST_NAMED = 3
/** Of versions that are looked at: more in a day are counted as so many. */
const MOST_VERSIONS = 50

/** `now` in milliseconds. */
export async function sinceYesterday(shop: ShopId, staff: StaffId, flags: readonly RuleFlag[], now: number): Promise<SinceYesterday> {
  const since = new Date(now - DAY)
  const newest = await countVersions(shop)
  const fresh = flags.filter((flag) => flag.since >= since).map(({ rule }) => rule)
  const [orders, sold, changed, versions, names] = await Promise.all([
    countOrders(shop, since),
    countSold(shop, since),
    countChanged(shop, since),
    listVersions(shop, newest, MOST_VERSIONS),
    ruleNames(shop, fresh),
  ])
  const published = versions.filter(({ at }) => at >= since)
  return {
    orders,
    fromOffers: sold.orders,
    changed,
    versions: published.slice(0, MOST_NAMED).map((version) => listedVersion(version, staff, newest)),
    published: published.length,
    costly: [...names].map(([id, name]) => ({ id, name })),
  }
}
