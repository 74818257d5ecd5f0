import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import { drawnList } from '../drawn.ts'
import type { Names } from '../field.ts'
import type { ProductKind } from '../kind.ts'

export interface HasTag extends Names {
  readonly kind: 'tag'
}

export const hasTag: ProductKind<HasTag> = {
  kind: 'tag',
  fields: [{ kind: 'names', source: 'tags' }],
  inCart: ({ kind, names }) => drawnList(kind, 'names', names.map(foldAsLiquid)),
  by: 'keys',
  keysOf: (product) => product.tags.map(foldAsLiquid),
  wanted: ({ names }) => names.map(foldAsLiquid),
}
