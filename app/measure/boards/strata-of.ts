import type { Epoch } from '../arms/epochs.ts'
import { momentOf, noMoments, type Moments } from '../ledger/moments.ts'
import type { Outcome } from '../ledger/outcomes.ts'
import type { Stratum, Sums } from '../statistics/sums.ts'

/** The visitors of one arm in one epoch. */
export interface ArmTotal {
  readonly epoch: number
  readonly isHeldOut: boolean
  readonly moments: Moments
}

/** One outcome, or one less another. */
export type Measured = Outcome | readonly [Outcome, Outcome]

/** The sums of an outcome and, beside it, of another: a denominator or what was before. */
export function sumsOf(moments: Moments, y: Measured, x: Outcome): Sums {
  const [of, less] = typeof y === 'string' ? [y, undefined] : y
  const product = (other: Outcome): number => momentOf(moments, of, other) - (less ? momentOf(moments, less, other) : 0)
  return {
    visitors: momentOf(moments, 'visitors', 'visitors'),
    y: product('visitors'),
    yy: product(of) - (less ? product(less) : 0),
    x: momentOf(moments, x, 'visitors'),
    xx: momentOf(moments, x, x),
    xy: product(x),
  }
}

/** Epochs with both their arms. An epoch in which nobody was held out, or everybody, compares nothing. */
export function strataOf(totals: readonly ArmTotal[], epochs: readonly Epoch[], y: Measured, x: Outcome): Stratum[] {
  return epochs.flatMap(({ number, share }) => {
    if (share <= 0 || share >= 1) return []
    const arm = (isHeldOut: boolean): Sums => {
      const total = totals.find((one) => one.epoch === number && one.isHeldOut === isHeldOut)
      return sumsOf(total?.moments ?? noMoments(), y, x)
    }
    return [{ shown: arm(false), heldOut: arm(true), share }]
  })
}
