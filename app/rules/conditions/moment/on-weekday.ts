import type { Weekdays } from '../field.ts'
import type { MomentKind } from '../moment-kind.ts'

/** Today is one of the days, in the shop's time zone. */
export interface OnWeekday extends Weekdays {
  readonly kind: 'weekday'
}

export const onWeekday: MomentKind<OnWeekday> = {
  kind: 'weekday',
  about: 'context',
  fields: [{ kind: 'weekdays' }],
  check: ({ weekdays }, { weekday }) => weekdays.includes(weekday),
  drawn: (fact) => ({ ...fact }),
}
