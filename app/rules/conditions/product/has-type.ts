import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import { drawnList } from '../drawn.ts'
import type { Names } from '../field.ts'
import type { ProductKind } from '../kind.ts'

export interface HasType extends Names {
  readonly kind: 'type'
}

export const hasType: ProductKind<HasType> = {
  kind: 'type',
  fields: [{ kind: 'names', source: 'types' }],
  inCart: ({ kind, names }) => drawnList(kind, 'names', names.map(foldAsLiquid)),
  by: 'keys',
  keysOf: (product) => [foldAsLiquid(product.type)],
  wanted: ({ names }) => names.map(foldAsLiquid),
}
