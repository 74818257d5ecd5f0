import type { Estimate } from './estimate.ts'
import { quantile } from './normal.ts'

export interface Interval {
  readonly low: number
  readonly high: number
}

/** Holds the true effect in all but `alpha` of cases if it is looked at once, at a time fixed before. In the unit of the effect. */
export function fixedInterval(estimate: Estimate, alpha: number): Interval {
  return within(estimate, fixedReach(alpha))
}

/**
 * Holds the true effect at all times at once in all but `alpha` of cases, however often it is looked at and whenever one stops.
 * It is narrowest where `tunedFor` visitors have been counted, which is to be fixed before.
 */
export function sequence(estimate: Estimate, alpha: number, tunedFor: number): Interval {
  return within(estimate, sequenceReach(estimate.visitors, alpha, tunedFor))
}

/** Standard errors on either side. */
export function fixedReach(alpha: number): number {
  return quantile(alpha / 2)
}

/**
 * Standard errors on either side after so many visitors. Sources: Howard, Ramdas, McAuliffe and Sekhon 2021 for the normal
 * mixture; Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2021, theorem 2.2, for it with an estimated variance; the tuning
 * as in GrowthBook's documentation, ρ² = (-2 ln α + ln(-2 ln α + 1))/n*. Sequences of several levels are nested only where
 * they are tuned for one and the same, `tunedAlpha`.
 */
export function sequenceReach(visitors: number, alpha: number, tunedFor: number, tunedAlpha = alpha): number {
  const scale = visitors * mixing(tunedAlpha, tunedFor)
  return Math.sqrt(((2 * (scale + 1)) / scale) * Math.log(Math.sqrt(scale + 1) / alpha))
}

/** ρ²: how the normal mixture is spread, for each visitor. */
export function mixing(alpha: number, tunedFor: number): number {
  const twice = -2 * Math.log(alpha)
  return (twice + Math.log(twice + 1)) / tunedFor
}

/**
 * The effect as a share of those held out (0.1 for +10 %), as many standard errors to either side as a fixed interval or a
 * sequence has. Null while it cannot be told from a division by zero. Source: Fieller 1954; unlike the delta method it leaves
 * out 0 exactly when the interval of the effect itself does.
 */
export function relative({ effect, variance, base, baseVariance }: Estimate, reach: number): Interval | null {
  const square = reach * reach
  const divisor = base * base - square * baseVariance
  if (base <= 0 || divisor <= 0) return null
  const shown = effect + base
  const root = Math.sqrt(Math.max((shown * base) ** 2 - (shown * shown - square * (variance - baseVariance)) * divisor, 0))
  return { low: (shown * base - root) / divisor - 1, high: (shown * base + root) / divisor - 1 }
}

function within({ effect, variance }: Estimate, reach: number): Interval {
  const half = reach * Math.sqrt(variance)
  return { low: effect - half, high: effect + half }
}
