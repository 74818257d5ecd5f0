import { ALPHA } from '../arms/terms.ts'
import { shareToTell, smallestTellable } from '../statistics/power.ts'

/** How often an effect of that size is told. */
const POWER = 0.8
const MOST_SHARE = 0.5

/** By what a shop can plan. */
export interface Outlook {
  /** How what one visitor buys of what is offered varies without being offered, in minor units; null of nothing. */
  readonly spread: { readonly mean: number; readonly variance: number } | null
  readonly visitorsPerDay: number
  /** Judged by the shop's orders: too few visitors have been counted. */
  readonly isExpected: boolean
}

/** What a shop could know, at today's pace. */
export interface Tellable {
  readonly days: number
  /** The smallest effect, in minor units for each visitor; null of too few. */
  readonly effect: number | null
  /** The same as a share of what is bought of it without being offered. */
  readonly lift: number | null
  /** The least share held out by which half of that effect would be told in as many days; null where none is. */
  readonly shareForHalf: number | null
}

/** The smallest effect on what is offered that would be known within some days from the beginning, with a share held out (0..1). */
export function smallestNow({ spread, visitorsPerDay }: Outlook, share: number, days: number): Tellable {
  if (!spread || share <= 0 || share >= 1) return { days, effect: null, lift: null, shareForHalf: null }
  const plan = { visitorsPerDay, days, share, ...spread, alpha: ALPHA, power: POWER }
  const effect = smallestTellable(plan)
  return {
    days,
    effect,
    lift: effect === null || spread.mean <= 0 ? null : effect / spread.mean,
    shareForHalf: effect === null ? null : shareToTell(plan, effect / 2, { low: share, high: MOST_SHARE }),
  }
}
