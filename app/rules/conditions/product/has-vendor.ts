import type { Names } from '../field.ts'
import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import type { ProductKind } from '../kind.ts'

export interface HasVendor extends Names {
  readonly kind: 'vendor'
}

export const hasVendor: ProductKind<HasVendor> = {
  kind: 'vendor',
  fields: [{ kind: 'names', source: 'vendors' }],
  inCart: true,
  by: 'keys',
  keysOf: (product) => [foldAsLiquid(product.vendor)],
  wanted: ({ names }) => names.map(foldAsLiquid),
}
