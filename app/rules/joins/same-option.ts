import { optionValues } from '#app/commerce/option-values.ts'
import type { Product } from '#app/commerce/product.ts'
import type { JoinKind } from './join-kind.ts'

/** Both come in one value of an option: size M with size M. */
export interface SameOption {
  readonly kind: 'same-option'
  readonly option: string
}

const valuesOf = (product: Product, { option }: SameOption) => optionValues(product, option)

export const sameOption: JoinKind<SameOption> = {
  kind: 'same-option',
  fields: [{ name: 'option', kind: 'option' }],
  by: 'keys',
  ofTrigger: valuesOf,
  ofOffered: valuesOf,
}
