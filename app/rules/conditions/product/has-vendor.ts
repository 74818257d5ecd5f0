import type { Names } from '../field.ts'
import { fold, type ProductKind } from '../kind.ts'

export interface HasVendor extends Names {
  readonly kind: 'vendor'
}

export const hasVendor: ProductKind<HasVendor> = {
  kind: 'vendor',
  fields: [{ kind: 'names', source: 'vendors' }],
  inCart: true,
  by: 'keys',
  keysOf: (product) => [fold(product.vendor)],
  wanted: ({ names }) => names.map(fold),
}
