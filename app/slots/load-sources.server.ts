import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { companionsOf, noCompanions } from '#app/models/companions.ts'
import { loadModel } from '#app/models/store-snapshot.server.ts'
import type { Sales } from '#app/rules/rank-products.ts'
import { resolveRules, type Resolver } from '#app/rules/resolve.ts'
import type { Rule } from '#app/rules/rule.ts'
import { listRules, readExclusion } from '#app/rules/store-rules.server.ts'
import { readSales } from '#app/signals/read-baskets.server.ts'
import type { Sources } from './fill-slot.ts'

const DAY = 24 * 60 * 60 * 1000
/** What sold in the last quarter says what sells best. */
const SALES_DAYS = 90

export interface ShopSources extends Sources {
  readonly rules: readonly Rule[]
  readonly sales: Sales
  /** The resolver as it would be with one rule more. */
  readonly resolverWith: (rule: Rule) => Resolver
}

/** All that decides what a shop's slots hold at a moment: for publishing and for the merchant's preview alike. */
export async function loadSources(shop: ShopId, now: Date): Promise<ShopSources> {
  const [catalog, stored, excluded, sales, trained] = await Promise.all([
    loadCatalog(shop, now.getTime()),
    listRules(shop),
    readExclusion(shop),
    readSales(shop, now.getTime() - SALES_DAYS * DAY),
    loadModel(shop),
  ])
  const companions = trained ? companionsOf(trained.model) : noCompanions
  const rules = stored.map(({ rule }) => rule)
  return {
    rules,
    catalog,
    sales,
    resolver: resolveRules(rules, catalog, { sales, companions }, excluded),
    resolverWith: (rule) => resolveRules([...rules, rule], catalog, { sales, companions }, excluded),
    companions,
    model: trained?.version ?? 'none',
  }
}
