import { driftToTell } from './crossing.ts'
import { fewestDays } from './fewest-days.ts'
import { doubtOfFew, FEWEST } from './few-buyers.ts'

/** What a shop would measure, from its own past. */
export interface Plan {
  /** Of both arms, who are part of what is compared: for an effect per visitor those who would have seen the offer, for units per order orders. */
  readonly visitorsPerDay: number
  readonly days: number
  /** Held out, within (0, 1). */
  readonly share: number
  /** Of the outcome of one visitor, capped as it will be. */
  readonly mean: number
  readonly variance: number
  /** How often a sequence may be wrong, and how often an effect of that size is to be told. */
  readonly alpha: number
  readonly power: number
}

/**
 * The smallest effect, in the unit of the mean, that a sequence tuned for the last day tells from 0 by then, looked at daily,
 * with the chance asked for. Null where too few do anything at all. Those shown vary more by what they buy more.
 */
export function smallestTellable(plan: Plan): number | null {
  const { visitorsPerDay, days, share, mean, variance, alpha, power } = plan
  const visitors = visitorsPerDay * days
  const [shown, heldOut] = [visitors * (1 - share), visitors * share]
  const square = variance + mean * mean
  const count = (visitors * mean * mean) / square
  if (!(mean > 0) || count * Math.min(share, 1 - share) < FEWEST) return null
  const doubt = doubtOfFew({ count, square: (visitors * variance) / count })
  const drift = driftToTell(alpha, power) ** 2
  const fixed = drift * (variance / heldOut + doubt / heldOut ** 2 + variance / shown + doubt / shown ** 2)
  // effect² = fixed + effect · grows
  const grows = (drift * variance) / mean / shown
  return grows / 2 + Math.sqrt((grows / 2) ** 2 + fixed)
}

/** How many days it takes until an effect of this size is told, with the chance asked for, by a sequence tuned for just that; null for more than ten years. */
export function daysToTell(plan: Omit<Plan, 'days'>, effect: number): number | null {
  return fewestDays((days) => isTellable({ ...plan, days }, effect))
}

/**
 * The smallest share held out, in whole hundredths within the bounds and at most a half, by which an effect of this size is told in so
 * many days; null where none is.
 */
export function shareToTell(plan: Omit<Plan, 'share'>, effect: number, { low, high }: { low: number; high: number }): number | null {
  const hundredths = Array.from({ length: 50 }, (_, nth) => (nth + 1) / 100)
  return hundredths.find((share) => share >= low - 1e-9 && share <= high + 1e-9 && isTellable({ ...plan, share }, effect)) ?? null
}

function isTellable(plan: Plan, effect: number): boolean {
  const smallest = smallestTellable(plan)
  return smallest !== null && smallest <= effect
}
