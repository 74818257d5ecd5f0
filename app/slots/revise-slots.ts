import { ProductSet } from '#app/catalog/product-set.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Filler } from './fill-placements.ts'
import type { Sources } from './sources.ts'
import type { FilledPlacement } from './slot.ts'

/** A product of the catalogue as it is now. */
export interface Change {
  readonly product: Product
  /** Units, as `Sales` counts them. */
  readonly sold: number
}

/**
 * Takes up in `sources` what has become of single products, and fills the placements beside those anew of which this can have changed
 * any: all others hold what they held. By product. Throws on a product that the catalogue does not have.
 */
export function reviseSlots(changes: readonly Change[], filler: Filler, sources: Sources): Map<ProductId, readonly FilledPlacement[]> {
  const { catalog, resolver } = sources
  let pages = new ProductSet(resolver.products.length)
  for (const { product, sold } of changes) {
    const index = catalog.indexOf(product.id)
    if (index === undefined) throw new Error(`The catalogue has no product ${product.id}`)
    pages = pages.or(resolver.revise(index, product, sold))
  }
  return new Map(Array.from(pages, (page) => [resolver.ids[page]!, filler.beside(page)]))
}
