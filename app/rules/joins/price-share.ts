import { priceOf } from '#app/commerce/product.ts'
import type { JoinKind } from './join-kind.ts'

/** The offered product costs at most so many percent of the trigger. */
export interface PriceShare {
  readonly kind: 'price-share'
  /** 1 to 1000. */
  readonly percent: number
}

export const priceShare: JoinKind<PriceShare> = {
  kind: 'price-share',
  fields: [{ name: 'percent', kind: 'percent' }],
  by: 'number',
  given: (product) => priceOf(product),
  admits: (given, product, { percent }) => (priceOf(product) ?? Infinity) * 100 <= given * percent,
}
