import type { ProductId } from '#app/commerce/ids.ts'
import type { PageLists } from '#app/models/candidates/page-lists.ts'
import type { PairCounts } from './evidence.ts'

export interface Companion {
  readonly product: ProductId
  readonly counts: PairCounts
}

/** What a shop bought with a product, best first, each with the counts that speak for it. Empty where too little is known. */
export type Companions = (product: ProductId) => readonly Companion[]

/** Reads a shop's lists by product id. Product ids that no order held have no companions. */
export function companionsOf({ products, orders, bought, starts, neighbours, together }: PageLists): Companions {
  const indexes = new Map<number, number>()
  for (const [index, id] of products.entries()) indexes.set(id, index)
  return (product) => {
    const index = indexes.get(product)
    if (index === undefined) return []
    const from = starts[index]!
    return Array.from({ length: starts[index + 1]! - from }, (_, nth) => {
      const other = neighbours[from + nth]!
      return {
        product: products[other] as ProductId,
        counts: { together: together[from + nth]!, first: bought[index]!, second: bought[other]!, orders },
      }
    })
  }
}

/** The model of a shop that has none yet. */
export const noCompanions: Companions = () => []
