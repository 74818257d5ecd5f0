import { dayOf } from '#app/catalog/clock.ts'

/** 20261224, and 1 for Monday to 7 for Sunday. */
export interface Today {
  readonly date: number
  readonly weekday: number
}

/** A day begins nowhere but at a quarter of an hour of UTC. */
const QUARTER = 15 * 60_000

/** Asking a time zone takes longer than all else that an answer needs: by zone, the last answer and of which quarter it is. */
const asked = new Map<string, { readonly quarter: number; readonly today: Today }>()

/** Today in a time zone; `now` in milliseconds. */
export function todayIn(timezone: string, now: number): Today {
  const quarter = Math.floor(now / QUARTER)
  const known = asked.get(timezone)
  if (known?.quarter === quarter) return known.today
  const day = dayOf({ at: now, timezone })
  const today = { date: Number(day.replaceAll('-', '')), weekday: new Date(`${day}T00:00:00Z`).getUTCDay() || 7 }
  asked.set(timezone, { quarter, today })
  return today
}
