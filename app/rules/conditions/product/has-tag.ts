import type { Names } from '../field.ts'
import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import type { ProductKind } from '../kind.ts'

export interface HasTag extends Names {
  readonly kind: 'tag'
}

export const hasTag: ProductKind<HasTag> = {
  kind: 'tag',
  fields: [{ kind: 'names', source: 'tags' }],
  inCart: true,
  by: 'keys',
  keysOf: (product) => product.tags.map(foldAsLiquid),
  wanted: ({ names }) => names.map(foldAsLiquid),
}
