import type { Collection } from '../../../shop.ts'
import type { ProductDrop } from './product-drop.ts'
import { productOnShelf } from './product-drop.ts'
import type { Shelf } from './shelf.ts'

/** Liquid's `collection` with all its visible products, in the merchant's order. */
export class CollectionDrop {
  readonly #collection: Collection
  readonly #shelf: Shelf

  constructor(collection: Collection, shelf: Shelf) {
    this.#collection = collection
    this.#shelf = shelf
  }

  get id(): number {
    return this.#collection.id
  }

  get title(): string {
    return this.#collection.title
  }

  get handle(): string {
    return this.#collection.handle
  }

  get description(): string {
    return this.#collection.descriptionHtml
  }

  get url(): string {
    return `${this.#shelf.root}/collections/${this.handle}`
  }

  get products(): readonly ProductDrop[] {
    return this.#collection.productIds.flatMap((id) => productOnShelf(this.#shelf, id) ?? [])
  }

  get products_count(): number {
    return this.products.length
  }

  get featured_image(): ProductDrop['featured_image'] {
    return this.products.find((product) => product.featured_image)?.featured_image ?? null
  }
}
