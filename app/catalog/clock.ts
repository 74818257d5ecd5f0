/** The moment of which a catalogue tells, and the shop's time zone (IANA), by which its days begin. */
export interface Clock {
  /** Milliseconds. */
  readonly at: number
  readonly timezone: string
}

/** Days before it are slips of the hand: a date that is typed is of the year 2 for a moment. */
export const EARLIEST_DAY = '1900-01-01'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/**
 * When a day such as "2026-12-24" begins in the time zone, in milliseconds: where clocks are put forward over midnight that is
 * after it, where they are put back over it at the first of the two. A time zone that nobody knows counts as UTC.
 */
export function startOfDay(day: string, timezone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  // No clock is further ahead than 14 hours, or behind than 12.
  const offsets = [midnight - 15 * HOUR, midnight + 13 * HOUR].map((at) => offsetAt(at, timezone))
  const [first, last] = [midnight - Math.max(...offsets), midnight - Math.min(...offsets)]
  const isMidnight = (at: number): boolean => at + offsetAt(at, timezone) === midnight
  if (isMidnight(first)) return first
  return isMidnight(last) ? last : changeBetween(first, last, timezone)
}

/** The moment after `before`, at `after` at the latest, from which on the clocks go otherwise than they do at `before`. */
function changeBetween(before: number, after: number, timezone: string): number {
  const offset = offsetAt(before, timezone)
  let [low, high] = [before, after]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle, timezone) === offset) low = middle
    else high = middle
  }
  return high
}

export function startOfNextDay(day: string, timezone: string): number {
  return startOfDay(addDays(day, 1), timezone)
}

/** So many days after a day such as "2026-12-24". */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** How far the time zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, timezone: string): number {
  const parts = Object.fromEntries(partsOf(at, timezone).map(({ type, value }) => [type, value]))
  const { year, month, day, hour, minute, second } = parts
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - Math.floor(at / 1000) * 1000
}

/** The day in the clock's time zone: "2026-12-24". */
export function dayOf({ at, timezone }: Clock): string {
  return new Date(at + offsetAt(at, timezone)).toISOString().slice(0, 10)
}

function partsOf(at: number, timezone: string): Intl.DateTimeFormatPart[] {
  const written = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
  const options = { ...written, hourCycle: 'h23' } as const
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: timezone }).formatToParts(at)
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).formatToParts(at)
  }
}
