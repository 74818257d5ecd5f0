import type { Catalog } from '#app/catalog/catalog.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Companions } from '#app/models/companions.ts'
import type { Sales } from '#app/rules/rank-products.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { fillSlot, type Sources } from '#app/slots/fill-slot.ts'
import type { Slot } from '#app/slots/slot.ts'
import { sourcesFor } from '#app/slots/stock.ts'

export const COUNTS = { together: 5, first: 10, second: 10, orders: 100 }
const companions: Companions = (product) => [1, 2, 3, 40].map((step) => ({ product: ((product + step) % 48) as ProductId, counts: COUNTS }))

/** What fills the slots of a shop in which everything was bought with something. */
export const sourcesOf = (set: RuleSet, catalog: Catalog, sales: Sales = new Map()): Sources =>
  sourcesFor(set, { catalog, sales, companions, model: 'm1' })

export const lockOf = (set: RuleSet) => set.locks['product-page']

/** Every slot of a shop, filled. */
export const allSlots = (set: RuleSet, sources: Sources): Map<ProductId, Slot> =>
  new Map(sources.catalog.products.map(({ id }, index) => [id, fillSlot(index, lockOf(set), sources)]))
