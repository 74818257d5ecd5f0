import type { Collections } from '../field.ts'
import type { ProductKind } from '../kind.ts'

export interface InCollection extends Collections {
  readonly kind: 'collection'
}

export const inCollection: ProductKind<InCollection> = {
  kind: 'collection',
  fields: [{ kind: 'collections' }],
  inCart: true,
  by: 'keys',
  keysOf: (product) => product.collections,
  wanted: ({ ids }) => ids,
}
