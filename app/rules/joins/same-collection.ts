import type { JoinKind } from './join-kind.ts'

export interface SameCollection {
  readonly kind: 'same-collection'
}

export const sameCollection: JoinKind<SameCollection> = {
  kind: 'same-collection',
  fields: [],
  by: 'keys',
  ofTrigger: (product) => product.collections,
  ofOffered: (product) => product.collections,
}
