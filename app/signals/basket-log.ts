import type { ProductId } from '#app/commerce/ids.ts'

/**
 * Orders as sets of products, packed. Basket b holds the products `items[starts[b]]` up to but not including
 * `items[starts[b + 1]]`; an item is an index into `products`, which is ascending. It was bought at `at[b]` by `customers[b]`.
 */
export interface BasketLog {
  readonly products: readonly ProductId[]
  readonly starts: Uint32Array
  readonly items: Uint32Array
  /** Days since any one origin, ascending, none later than `now`. */
  readonly at: Float64Array
  /** An index below `customerCount`; -1 for somebody unknown. */
  readonly customers: Int32Array
  readonly customerCount: number
  readonly now: number
}

/** The baskets that `keep` lets through, over the same products and customers, as known at `now`. */
export function selectBaskets(log: BasketLog, keep: (basket: number) => boolean, now: number): BasketLog {
  const kept: number[] = []
  for (let basket = 0; basket + 1 < log.starts.length; basket++) if (keep(basket)) kept.push(basket)
  const starts = new Uint32Array(kept.length + 1)
  for (const [place, basket] of kept.entries()) starts[place + 1] = starts[place]! + log.starts[basket + 1]! - log.starts[basket]!
  const items = new Uint32Array(starts[kept.length]!)
  for (const [place, basket] of kept.entries()) items.set(log.items.subarray(log.starts[basket]!, log.starts[basket + 1]!), starts[place]!)
  return {
    products: log.products,
    starts,
    items,
    at: Float64Array.from(kept, (basket) => Math.min(log.at[basket]!, now)),
    customers: Int32Array.from(kept, (basket) => log.customers[basket]!),
    customerCount: log.customerCount,
    now,
  }
}
