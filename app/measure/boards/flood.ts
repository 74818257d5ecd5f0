/** New visitors of a day. */
export interface NewVisitors {
  readonly day: string
  readonly visitors: number
}

/** A day of so many times as many as the busiest before is no day of shoppers. */
const FLOOD = 5
/** Below so many a busy day explains anything. */
const FEWEST = 300
const FEWEST_DAYS = 3
const DAYS_BEFORE = 28

/**
 * Whether visitors seem to be made up: a day of many more than any in the four weeks before. What browsers tell is signed by nobody, and a forger can fill
 * both arms alike, which no ratio shows. Days without any are absent.
 */
export function isFlooded(days: readonly NewVisitors[]): boolean {
  return days.some(({ visitors }, at) => {
    if (visitors < FEWEST) return false
    const before = days.slice(Math.max(0, at - DAYS_BEFORE), at).map((one) => one.visitors)
    return before.length >= FEWEST_DAYS && visitors > FLOOD * Math.max(...before)
  })
}
