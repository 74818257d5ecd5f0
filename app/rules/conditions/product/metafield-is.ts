import { metafieldOf } from '#app/commerce/metafield.ts'
import type { Name, Names } from '../field.ts'
import { fold, foldValue, type ProductKind } from '../kind.ts'

/** The metafield has one of the values; of a list, one item is enough. Numbers and truth are compared as written: 4, true. */
export interface MetafieldIs extends Name, Names {
  readonly kind: 'metafield'
}

export const metafieldIs: ProductKind<MetafieldIs> = {
  kind: 'metafield',
  fields: [
    { kind: 'name', source: 'metafields' },
    { kind: 'names', source: 'values' },
  ],
  aspect: ({ name }) => `metafield ${name}`,
  by: 'keys',
  keysOf: (product, { name }) => metafieldOf(product, name).map(foldValue),
  wanted: ({ names }) => names.map(fold),
}
