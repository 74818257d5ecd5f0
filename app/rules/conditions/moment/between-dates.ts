import { drawnRange } from '../drawn.ts'
import type { Dates } from '../field.ts'
import type { MomentKind } from '../moment-kind.ts'

const asNumber = (day: string | null) => (day === null ? null : Number(day.replaceAll('-', '')))

/** Today is one of these days, in the shop's time zone. */
export interface BetweenDates extends Dates {
  readonly kind: 'date'
}

export const betweenDates: MomentKind<BetweenDates> = {
  kind: 'date',
  about: 'context',
  fields: [{ kind: 'dates' }],
  // Days as text: they sort as they follow one another.
  check: ({ from, to }, { date }) => (from === null || from <= date) && (to === null || date <= to),
  // To Liquid days are numbers.
  drawn: ({ kind, from, to }) => drawnRange(kind, asNumber(from), asNumber(to)),
}
