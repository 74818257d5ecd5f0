import { metafieldOf } from '#app/commerce/metafield.ts'
import type { Name } from '../field.ts'
import { foldValue, type ProductKind } from '../kind.ts'

/** The metafield has any value at all. */
export interface MetafieldSet extends Name {
  readonly kind: 'metafield-set'
}

export const metafieldSet: ProductKind<MetafieldSet> = {
  kind: 'metafield-set',
  fields: [{ kind: 'name', source: 'metafields' }],
  aspect: ({ name }) => `metafield ${name}`,
  by: 'keys',
  keysOf: (product, { name }) => metafieldOf(product, name).map(foldValue),
  wanted: () => undefined,
}
