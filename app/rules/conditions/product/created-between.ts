import { startOfDay, startOfNextDay } from '#app/catalog/clock.ts'
import type { Dates } from '../field.ts'
import type { ProductKind } from '../kind.ts'

/** Created on these days, in the shop's time zone. */
export interface CreatedBetween extends Dates {
  readonly kind: 'created'
}

export const createdBetween: ProductKind<CreatedBetween> = {
  kind: 'created',
  fields: [{ kind: 'dates' }],
  by: 'number',
  numberOf: (product) => product.createdAt,
  range: ({ from, to }, { timezone }) => [
    from === null ? -Infinity : startOfDay(from, timezone),
    to === null ? Infinity : startOfNextDay(to, timezone) - 1,
  ],
}
