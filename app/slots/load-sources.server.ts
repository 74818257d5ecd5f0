import type { ShopId } from '#app/commerce/ids.ts'
import type { Sales } from '#app/rules/resolve/rank-products.ts'
import type { Resolver } from '#app/rules/resolve/resolve.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import type { Rule } from '#app/rules/rule.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { loadShopContext } from './load-shop-context.server.ts'
import { sourcesFor } from './shop-context.ts'
import type { Sources } from './sources.ts'

export interface ShopSources extends Sources {
  readonly set: RuleSet
  readonly sales: Sales
  /** The resolver as it would be with one rule more. */
  readonly resolverWith: (rule: Rule) => Resolver
}

/** What the shop's slots would hold if what its merchants work on were published: for their eyes. */
export async function loadSources(shop: ShopId, now: Date): Promise<ShopSources> {
  const [set, stock] = await Promise.all([readWorkingSet(shop), loadShopContext(shop, now)])
  return {
    set,
    sales: stock.sales,
    ...sourcesFor(set, stock),
    resolverWith: (rule) => sourcesFor({ ...set, rules: [...set.rules, rule] }, stock).resolver,
  }
}
