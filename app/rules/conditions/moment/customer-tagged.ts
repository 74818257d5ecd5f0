import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import { drawnList } from '../drawn.ts'
import type { Names } from '../field.ts'
import type { MomentKind } from '../moment-kind.ts'

/** The customer who is signed in bears one of the tags. */
export interface CustomerTagged extends Names {
  readonly kind: 'customer-tag'
}

export const customerTagged: MomentKind<CustomerTagged> = {
  kind: 'customer-tag',
  about: 'customer',
  fields: [{ kind: 'names', source: 'customer-tags' }],
  check: ({ names }, { customer }) => (customer?.tags ?? []).some((tag) => names.map(foldAsLiquid).includes(foldAsLiquid(tag))),
  drawn: ({ kind, names }) => drawnList(kind, 'names', names.map(foldAsLiquid)),
}
