import type { ProductId } from '#app/commerce/ids.ts'
import { NEIGHBOURS, type BoughtTogether } from './bought-together.ts'
import type { PairCounts } from './evidence.ts'

export interface Companion {
  readonly product: ProductId
  readonly counts: PairCounts
}

/** What a shop bought with a product, best first, each with the counts that speak for it. Empty where too little is known. */
export type Companions = (product: ProductId) => readonly Companion[]

/** Asks a model by product id. Product ids that the model never saw have no companions. */
export function companionsOf(model: BoughtTogether): Companions {
  const indexes = new Map(model.products.map((id, index) => [id, index]))
  return (product) => {
    const at = indexes.get(product)
    if (at === undefined) return []
    return Array.from({ length: model.degree[at]! }, (_, place) => {
      const other = model.neighbours[at * NEIGHBOURS + place]!
      return {
        product: model.products[other]!,
        counts: {
          together: model.together[at * NEIGHBOURS + place]!,
          first: model.bought[at]!,
          second: model.bought[other]!,
          orders: model.orders,
        },
      }
    })
  }
}

/** The model of a shop that has none yet. */
export const noCompanions: Companions = () => []
