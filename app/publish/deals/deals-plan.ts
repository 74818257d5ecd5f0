import type { ProductId } from '#app/commerce/ids.ts'
import type { ProductDeals } from '#app/offers/deal.ts'

export interface DealsWrite {
  readonly product: ProductId
  /** JSON of `ProductDeals`. */
  readonly value: string
}

/** What must change beside products for the function to know their deals. */
export interface DealsPlan {
  readonly writes: readonly DealsWrite[]
  readonly deletes: readonly ProductId[]
}

/** Compares what should stand beside products with what we last wrote there. */
export function planDeals(wanted: ReadonlyMap<ProductId, ProductDeals>, published: ReadonlyMap<ProductId, string>): DealsPlan {
  const writes = [...wanted].flatMap(([product, deals]) => {
    const value = JSON.stringify(deals)
    return published.get(product) === value ? [] : [{ product, value }]
  })
  return { writes, deletes: [...published.keys()].filter((product) => !wanted.has(product)) }
}
