import type { ProductId } from '#app/commerce/ids.ts'
import type { NextProduct } from './next-product.ts'
import type { Offerable } from './offerable.ts'
import type { Page } from './page.ts'

/** What is known of a shop, as far as an answer needs it. */
export interface ServedShop {
  /** What is published of a product's page, or of the pages that are about none; undefined where nothing is. */
  readonly pageOf: (product: ProductId) => Page | undefined
  readonly offerable: Offerable | undefined
  /** Best first; nothing for a customer without a past. */
  readonly nextFor: readonly NextProduct[]
}
