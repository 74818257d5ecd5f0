import type { Product } from '#app/commerce/product.ts'
import { fold } from '#app/rules/conditions/kind.ts'
import type { JoinKind } from './join-kind.ts'

export interface SameType {
  readonly kind: 'same-type'
}

const typeOf = ({ type }: Product) => [fold(type)].filter((name) => name !== '')

export const sameType: JoinKind<SameType> = { kind: 'same-type', fields: [], by: 'keys', ofTrigger: typeOf, ofOffered: typeOf }
