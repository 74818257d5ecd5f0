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
