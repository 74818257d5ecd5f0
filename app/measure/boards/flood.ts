/** New visitors of a day. */
export interface NewVisitors {
  readonly day: string
  readonly visitors: number
}

/** A day of so many times as many as usual is no day of shoppers. */
const FLOOD = 5
/** Below so many a busy day explains anything. */
const FEWEST = 300
const USUAL_DAYS = 28

/**
 * Whether visitors seem to be made up: a day of many more than is usual. What browsers tell is signed by nobody, and a forger can fill
 * both arms alike, which no ratio shows. Days without any are absent and count as usual ones.
 */
export function isFlooded(days: readonly NewVisitors[]): boolean {
  return days.some(({ visitors }, at) => {
    if (visitors < FEWEST) return false
    const before = days.slice(Math.max(0, at - USUAL_DAYS), at).map((one) => one.visitors)
    if (before.length < 3) return false
    const usual = before.toSorted((a, b) => a - b)[Math.floor(before.length / 2)]!
    return visitors > FLOOD * Math.max(usual, 1)
  })
}
