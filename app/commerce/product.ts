import type { CollectionId, ProductId, VariantId } from './ids.ts'
import type { Minor } from './money.ts'

export interface Variant {
  readonly id: VariantId
  readonly title: string
  readonly price: Minor
  /** Can be bought now: in stock, or sold on although it is not. */
  readonly available: boolean
}

export interface Product {
  readonly id: ProductId
  readonly handle: string
  readonly title: string
  readonly type: string
  readonly vendor: string
  readonly tags: readonly string[]
  readonly status: 'active' | 'draft' | 'archived' | 'unlisted'
  /** Stands in the online store. */
  readonly published: boolean
  readonly isGiftCard: boolean
  readonly requiresSellingPlan: boolean
  readonly pictureUrl: string | null
  /** In the merchant's order. */
  readonly variants: readonly Variant[]
  readonly collections: readonly CollectionId[]
}

/** The lowest price of a product's variants; undefined where it has none. */
export function priceOf(product: Product): Minor | undefined {
  let lowest: Minor | undefined
  for (const { price } of product.variants) if (lowest === undefined || price < lowest) lowest = price
  return lowest
}
