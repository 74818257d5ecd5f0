import { numberIn } from '#app/commerce/metafield.ts'
import type { Name, Range } from '../field.ts'
import { endsOf, type ProductKind } from '../kind.ts'

/** The metafield's first number lies between; measures are in millimetres, grams or millilitres. */
export interface MetafieldBetween extends Name, Range {
  readonly kind: 'metafield-number'
}

export const metafieldBetween: ProductKind<MetafieldBetween> = {
  kind: 'metafield-number',
  fields: [
    { kind: 'name', source: 'metafields' },
    { kind: 'range', unit: 'number' },
  ],
  aspect: ({ name }) => `metafield-number ${name}`,
  by: 'number',
  numberOf: (product, { name }) => numberIn(product, name),
  range: endsOf,
}
