import type { Estimate } from './estimate.ts'
import { fewestDays } from './fewest-days.ts'
import { sequenceReach } from './interval.ts'

/** How far a sequence will reach to either side in so many days, if as many visitors come as today and vary as they did. */
export function reachAfter(estimate: Estimate, days: number, alpha: number, tunedFor: number, visitorsPerDay: number): number {
  const visitors = estimate.visitors + days * visitorsPerDay
  return sequenceReach(visitors, alpha, tunedFor) * Math.sqrt((estimate.variance * estimate.visitors) / visitors)
}

/** How many days until it reaches no farther than this effect; 0 where it does already, null for more than ten years. */
export function daysUntilReach(estimate: Estimate, effect: number, alpha: number, tunedFor: number, visitorsPerDay: number): number | null {
  return fewestDays((days) => reachAfter(estimate, days, alpha, tunedFor, visitorsPerDay) <= effect)
}
