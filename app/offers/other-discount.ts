/** What a discount takes something off. */
export type DiscountClass = 'product' | 'order' | 'shipping'

/** An active automatic discount of the shop's that is not ours. */
export interface OtherDiscount {
  readonly title: string
  readonly of: DiscountClass
  /** Whether it stands beside product discounts, as ours are. On one line Shopify takes the best of them all the same. */
  readonly besideProducts: boolean
}
