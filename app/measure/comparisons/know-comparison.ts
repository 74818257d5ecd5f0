import { ALPHA } from '../arms/terms.ts'
import type { Epoch } from '../arms/epochs.ts'
import { strataOf, type ArmTotal } from '../boards/strata-of.ts'
import { estimate } from '../statistics/estimate.ts'
import { sequence } from '../statistics/interval.ts'
import { sampleRatio } from '../statistics/sample-ratio.ts'
import type { ComparisonKnown, ComparisonPlan, Ending } from './comparison.ts'

const HALF = 0.5

/** What the sums of both halves tell; who sees A stands in them as if B had been held out of them. `epochs` are those of the offers' board. */
export function knowComparison(totals: readonly ArmTotal[], epochs: readonly Epoch[], { of, tunedFor }: ComparisonPlan): ComparisonKnown {
  const halves = epochs.map((epoch) => ({ ...epoch, share: HALF }))
  const strata = strataOf(totals, halves, of === 'profit' ? 'offeredProfit' : 'cappedOffered', 'before')
  const told = estimate(strata, 'adjusted')
  return {
    visitors: {
      a: strata.reduce((sum, { heldOut }) => sum + heldOut.visitors, 0),
      b: strata.reduce((sum, { shown }) => sum + shown.visitors, 0),
    },
    isUneven: sampleRatio(strata).isBroken,
    difference: told && { a: told.base, b: told.base + told.effect, value: told.effect, ...sequence(told, ALPHA, tunedFor) },
  }
}

interface Moment {
  readonly now: Date
  readonly endsAt: Date
  /** Nothing speaks against what the shop's visitors tell; otherwise no difference is. */
  readonly mayTell: boolean
}

/** Which of the two brings more, for certain; null where that is not known. */
export function betterOf({ isUneven, difference }: ComparisonKnown): 'a' | 'b' | null {
  if (isUneven || !difference) return null
  if (difference.low > 0) return 'b'
  return difference.high < 0 ? 'a' : null
}

/** Whether a comparison is over by the rule that was fixed as it began: a difference is told, or it was the last day. Null while it goes on. */
export function endingOf(known: ComparisonKnown, { now, endsAt, mayTell }: Moment): Extract<Ending, 'told' | 'last-day'> | null {
  if (mayTell && betterOf(known) !== null) return 'told'
  return now >= endsAt ? 'last-day' : null
}
