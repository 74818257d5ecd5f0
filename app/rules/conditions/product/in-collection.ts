import { drawnList } from '../drawn.ts'
import type { Collections } from '../field.ts'
import type { ProductKind } from '../kind.ts'

export interface InCollection extends Collections {
  readonly kind: 'collection'
}

export const inCollection: ProductKind<InCollection> = {
  kind: 'collection',
  fields: [{ kind: 'collections' }],
  inCart: ({ kind, ids }) => drawnList(kind, 'ids', ids),
  by: 'keys',
  keysOf: (product) => product.collections,
  wanted: ({ ids }) => ids,
}
