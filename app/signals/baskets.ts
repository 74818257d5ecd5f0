import type { ProductId } from '#app/commerce/ids.ts'

/**
 * Orders as sets of products, packed. Basket b holds the products `items[starts[b]]` up to but not including
 * `items[starts[b + 1]]`; an item is an index into `products`, which is ascending.
 */
export interface Baskets {
  readonly products: readonly ProductId[]
  readonly starts: Uint32Array
  readonly items: Uint32Array
}

/** Packs orders, each a list of product ids in any order. A product counts once a basket, however many were bought. */
export function packBaskets(orders: readonly (readonly ProductId[])[]): Baskets {
  const products = [...new Set(orders.flat())].sort((a, b) => a - b)
  const indexes = new Map(products.map((id, index) => [id, index]))
  const starts = new Uint32Array(orders.length + 1)
  const items: number[] = []
  for (const [basket, order] of orders.entries()) {
    for (const id of new Set(order)) items.push(indexes.get(id)!)
    starts[basket + 1] = items.length
  }
  return { products, starts, items: Uint32Array.from(items) }
}
