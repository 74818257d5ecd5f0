import type { Catalog } from '#app/catalog/catalog.ts'
import type { BoughtAgain } from '#app/models/pairs/bought-again.ts'
import type { Companions } from '#app/models/pairs/companions.ts'
import type { Sales } from '#app/rules/resolve/rank-products.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { machineOf } from './candidates.ts'
import type { Sources } from './sources.ts'

/** All that decides what a shop's slots hold at a moment, but for what its merchants decide. */
export interface ShopContext {
  readonly catalog: Catalog
  readonly sales: Sales
  readonly companions: Companions
  /** Absent where nothing was learnt yet. */
  readonly boughtAgain?: BoughtAgain
  readonly model: string
}

/** What fills the slots of a shop where this set of rules holds. */
export function sourcesFor(set: RuleSet, { catalog, sales, companions, model }: ShopContext): Sources {
  const resolver = resolveRules(set.rules, catalog, { sales, companions }, set)
  return { catalog, resolver, companions, machine: machineOf(catalog, resolver, { companions, model, sales }) }
}
