import type { Days } from '../field.ts'
import type { ProductKind } from '../kind.ts'

const DAY = 24 * 60 * 60 * 1000

/** Created in the last so many days. */
export interface CreatedWithin extends Days {
  readonly kind: 'new'
}

export const createdWithin: ProductKind<CreatedWithin> = {
  kind: 'new',
  fields: [{ kind: 'days' }],
  aspect: () => 'created',
  by: 'number',
  numberOf: (product) => product.createdAt,
  range: ({ days }, { at }) => [at - days * DAY, Infinity],
}
