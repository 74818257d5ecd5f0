import type { Names } from '../field.ts'
import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import type { ProductKind } from '../kind.ts'

export interface HasType extends Names {
  readonly kind: 'type'
}

export const hasType: ProductKind<HasType> = {
  kind: 'type',
  fields: [{ kind: 'names', source: 'types' }],
  inCart: true,
  by: 'keys',
  keysOf: (product) => [foldAsLiquid(product.type)],
  wanted: ({ names }) => names.map(foldAsLiquid),
}
