import type { Catalog } from '#app/catalog/catalog.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Companions } from '#app/models/pairs/companions.ts'
import type { Sales } from '#app/rules/resolve/rank-products.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { fillBeside, fillerOf } from '#app/slots/fill-placements.ts'
import { sourcesFor } from '#app/slots/shop-context.ts'
import type { FilledPlacement, Slot } from '#app/slots/slot.ts'
import type { Sources } from '#app/slots/sources.ts'

export const COUNTS = { together: 5, first: 10, second: 10, orders: 100 }
const companions: Companions = (product) => [1, 2, 3, 40].map((step) => ({ product: ((product + step) % 48) as ProductId, counts: COUNTS }))

/** What fills the slots of a shop in which everything was bought with something. */
export const sourcesOf = (set: RuleSet, catalog: Catalog, sales: Sales = new Map()): Sources =>
  sourcesFor(set, { catalog, sales, companions, model: 'm1' })

/** The first slot of a product page, and the cards in all of its slots. */
export const firstSlot = (index: number, set: RuleSet, sources: Sources): Slot => fillBeside(index, 'product-page', set, sources)[0]!.slot

/** Everything that stands beside each product of a shop. */
export const allSlots = (set: RuleSet, sources: Sources): Map<ProductId, readonly FilledPlacement[]> => {
  const { beside } = fillerOf(set, sources)
  return new Map(sources.catalog.products.map(({ id }, index) => [id, beside(index)]))
}
