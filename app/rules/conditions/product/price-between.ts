import { priceOf } from '#app/commerce/product.ts'
import type { Range } from '../field.ts'
import { endsOf, type ProductKind } from '../kind.ts'

/** The lowest price of a product's variants, in minor units. */
export interface PriceBetween extends Range {
  readonly kind: 'price'
}

export const priceBetween: ProductKind<PriceBetween> = {
  kind: 'price',
  fields: [{ kind: 'range', unit: 'money' }],
  by: 'number',
  numberOf: priceOf,
  range: endsOf,
}
