import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import { drawnList } from '../drawn.ts'
import type { Names } from '../field.ts'
import type { ProductKind } from '../kind.ts'

export interface HasVendor extends Names {
  readonly kind: 'vendor'
}

export const hasVendor: ProductKind<HasVendor> = {
  kind: 'vendor',
  fields: [{ kind: 'names', source: 'vendors' }],
  inCart: ({ kind, names }) => drawnList(kind, 'names', names.map(foldAsLiquid)),
  by: 'keys',
  keysOf: (product) => [foldAsLiquid(product.vendor)],
  wanted: ({ names }) => names.map(foldAsLiquid),
}
