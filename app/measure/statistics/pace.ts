import type { Estimate } from './estimate.ts'
import { sequenceReach } from './interval.ts'

/** Nobody waits for longer. */
const MOST_DAYS = 3_650

/** How far a sequence will reach to either side in so many days, if as many visitors come as today and vary as they did. */
export function reachAfter(estimate: Estimate, days: number, alpha: number, tunedFor: number, visitorsPerDay: number): number {
  const visitors = estimate.visitors + days * visitorsPerDay
  return sequenceReach(visitors, alpha, tunedFor) * Math.sqrt((estimate.variance * estimate.visitors) / visitors)
}

/** How many days until it reaches no farther than this effect; 0 where it does already, null for more than ten years. */
export function daysUntilReach(estimate: Estimate, effect: number, alpha: number, tunedFor: number, visitorsPerDay: number): number | null {
  const isThere = (days: number) => reachAfter(estimate, days, alpha, tunedFor, visitorsPerDay) <= effect
  if (isThere(0)) return 0
  if (!isThere(MOST_DAYS)) return null
  let [low, high] = [0, MOST_DAYS]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (isThere(middle)) high = middle
    else low = middle
  }
  return high
}
