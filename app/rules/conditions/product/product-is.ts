import { drawnList } from '../drawn.ts'
import type { Products } from '../field.ts'
import type { ProductKind } from '../kind.ts'

export interface ProductIs extends Products {
  readonly kind: 'product'
}

export const productIs: ProductKind<ProductIs> = {
  kind: 'product',
  fields: [{ kind: 'products' }],
  inCart: ({ kind, ids }) => drawnList(kind, 'ids', ids),
  by: 'keys',
  keysOf: (product) => [product.id],
  wanted: ({ ids }) => ids,
}
