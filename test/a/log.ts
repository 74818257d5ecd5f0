import type { ProductId } from '#app/commerce/ids.ts'
import type { BasketLog } from '#app/signals/basket-log.ts'

/** A log of baskets, each a list of products from 0 on; bought a day apart unless told, by nobody known. */
export function aLog(
  baskets: readonly (readonly number[])[],
  { products = 1 + Math.max(-1, ...baskets.flat()), days = 1 } = {},
): BasketLog {
  const starts = new Uint32Array(baskets.length + 1)
  for (const [at, basket] of baskets.entries()) starts[at + 1] = starts[at]! + basket.length
  return {
    products: Array.from({ length: products }, (_, at) => (at + 1) as ProductId),
    starts,
    items: Uint32Array.from(baskets.flat()),
    at: Float64Array.from(baskets, (_, at) => at * days),
    customers: new Int32Array(baskets.length).fill(-1),
    customerCount: 0,
    now: baskets.length * days,
  }
}
