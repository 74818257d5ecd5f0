import { Drop } from 'liquidjs'
import { productOnShelf, type ProductDrop } from './product-drop.ts'
import type { Shelf } from './shelf.ts'

/** Shopify gives a page no more products by their handles. */
const MOST_HANDLES = 20

/** Liquid's `all_products`: a product by its handle; nothing for one that is not on sale, or one handle too many. */
export class AllProductsDrop extends Drop {
  readonly #shelf: Shelf
  readonly #asked = new Set<string>()

  constructor(shelf: Shelf) {
    super()
    this.#shelf = shelf
  }

  override liquidMethodMissing(handle: string | number): ProductDrop | undefined {
    this.#asked.add(String(handle))
    if (this.#asked.size > MOST_HANDLES) return undefined
    const found = [...this.#shelf.shop.products.values()].find((product) => product.handle === handle)
    return found && productOnShelf(this.#shelf, found.id)
  }
}
