import type { Catalog } from '#app/catalog/catalog.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Stated } from '#app/commerce/stated.ts'
import type { ProductFact } from './facts/fact.ts'
import { factsOf, type ConfirmedFact } from './facts/facts-of.ts'
import { priceClasses } from './facts/price-classes.ts'

/** A product and what is true of it. */
export interface KnownProduct {
  readonly product: Product
  readonly facts: readonly ProductFact[]
}

/** What is known of products beside what the catalogue holds: what people have confirmed, and what descriptions state. */
export interface Beside {
  readonly confirmed?: ReadonlyMap<ProductId, readonly ConfirmedFact[]>
  readonly stated?: ReadonlyMap<ProductId, readonly Stated[]>
}

/** The products that can be spoken of, each with what is true of it. */
export function knownProducts({ products }: Catalog, { confirmed, stated }: Beside = {}): KnownProduct[] {
  const prices = priceClasses(products)
  return products
    .filter(({ status }) => status === 'active' || status === 'unlisted')
    .map((product) => ({
      product,
      facts: factsOf(product, prices, { confirmed: confirmed?.get(product.id), stated: stated?.get(product.id) }),
    }))
}
