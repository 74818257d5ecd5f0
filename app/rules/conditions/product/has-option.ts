import { optionValues } from '#app/commerce/option-values.ts'
import type { Name, Names } from '../field.ts'
import { fold, type ProductKind } from '../kind.ts'

/** A variant of the product has one of the values for the option: Size M. */
export interface HasOption extends Name, Names {
  readonly kind: 'option'
}

export const hasOption: ProductKind<HasOption> = {
  kind: 'option',
  fields: [
    { kind: 'name', source: 'options' },
    { kind: 'names', source: 'values' },
  ],
  aspect: ({ name }) => `option ${fold(name)}`,
  by: 'keys',
  keysOf: (product, { name }) => optionValues(product, name),
  wanted: ({ names }) => names.map(fold),
}
