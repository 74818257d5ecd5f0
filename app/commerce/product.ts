import type { CollectionId, ProductId, VariantId } from './ids.ts'
import type { Metafield } from './metafield.ts'
import type { Minor } from './money.ts'

export interface Variant {
  readonly id: VariantId
  readonly title: string
  readonly price: Minor
  /** The price before a sale; null where none is shown. */
  readonly compareAt: Minor | null
  /** Can be bought now: in stock, or sold on although it is not. */
  readonly available: boolean
  /** Pieces at hand, below zero where more were sold; null where the shop does not count them. */
  readonly stock: number | null
  readonly sku: string
  /** One value for each of the product's options, in their order. */
  readonly options: readonly string[]
  /** What one costs the merchant; null where that is unknown or was not granted. */
  readonly cost: Minor | null
}

export interface Product {
  readonly id: ProductId
  readonly handle: string
  readonly title: string
  readonly type: string
  readonly vendor: string
  /** Its place in Shopify's taxonomy, from the widest on: "Electronics > Audio > Headphones"; null where it has none. */
  readonly category: string | null
  readonly tags: readonly string[]
  readonly status: 'active' | 'draft' | 'archived' | 'unlisted'
  /** Stands in the online store. */
  readonly published: boolean
  readonly isGiftCard: boolean
  readonly requiresSellingPlan: boolean
  readonly pictureUrl: string | null
  /** Milliseconds. */
  readonly createdAt: number
  /** Names of what a shopper chooses among: "Size", "Colour". A product without choices has the one option "Title". */
  readonly options: readonly string[]
  /** In the merchant's order. */
  readonly variants: readonly Variant[]
  readonly collections: readonly CollectionId[]
  /** The merchant's own facts, no two of one name. */
  readonly metafields: readonly Metafield[]
}

/** The lowest price of a product's variants, free samples left aside where others are not; undefined where it has none. */
export function priceOf(product: Product): Minor | undefined {
  let lowest: Minor | undefined
  for (const { price } of product.variants) if (!lowest || (price > 0 && price < lowest)) lowest = price
  return lowest
}
