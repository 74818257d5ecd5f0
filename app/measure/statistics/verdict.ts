import type { Estimate } from './estimate.ts'
import { displacement, harmOf, type Safeguards, type Harm } from './safeguards.ts'
import { sequence } from './interval.ts'
import { daysUntilReach, reachAfter } from './pace.ts'
import type { SampleRatio } from './sample-ratio.ts'

/** What is known of a measurement today. Every estimate is of capped outcomes (`cap.ts`). */
export interface Observed {
  /** Contribution (else revenue) of the offered items for each visitor who could see the offer. */
  readonly offered: Estimate | null
  readonly safeguards: Safeguards
  readonly ratio: SampleRatio
  /** Of all orders those of which the arm is not known, 0 to 1. */
  readonly unknownOrders: number
  readonly isForged: boolean
}

/** What is fixed before the first look. */
export interface VerdictTerms {
  readonly alpha: number
  /** The visitors after whom the sequences are narrowest. */
  readonly tunedFor: number
  /** The smallest effect that is worth knowing, in the unit of `offered`. */
  readonly worth: number
  /** The largest share of unknown orders that does not make the verdict wait. */
  readonly mostUnknown: number
}

export type Waiting = 'sample-ratio' | 'unknown-orders' | 'forged'

export type Verdict =
  /** Each visitor who could see the offer brings between low and high more, and it is shown that not all of it comes from other items. */
  | { readonly kind: 'adds'; readonly low: number; readonly high: number }
  /** The offered items gain so much; whether that replaces others is not known yet, and about so many days more will tell (null: too many). */
  | { readonly kind: 'gains'; readonly low: number; readonly high: number; readonly days: number | null }
  /** The offered items gain so much, and others lose: this share of it, between 0 and 1 (above where they lose more). */
  | { readonly kind: 'displaces'; readonly low: number; readonly high: number; readonly replaced: number }
  /** The offered items gain so much, and a safeguard on the whole is below zero. */
  | { readonly kind: 'harms'; readonly low: number; readonly high: number; readonly harm: Harm }
  | { readonly kind: 'costs'; readonly low: number; readonly high: number }
  /** Days until an effect such as it looks now, or one that is worth knowing, is known at today's pace; null where too few have come to say. */
  | { readonly kind: 'not-known'; readonly days: number | null }
  /** What is worth knowing will not be known within a year; this effect and any larger one would. */
  | { readonly kind: 'too-small'; readonly smallest: number }
  | { readonly kind: 'waits'; readonly why: Waiting }

const YEAR = 365

/**
 * What may be said today, whenever that is: everything rests on sequences. `visitorsPerDay` is today's pace, of both arms.
 *
 * "Adds" asks for two things. The sequence of the offered items lies above zero, which takes weeks; and units per order or
 * revenue per visitor has risen, so that the gain is not what other items lost. For the latter most shops need longer, since all
 * orders are noisier than a few items. Until then the verdict is "gains", which is true, and says that it is not all.
 */
export function verdict(observed: Observed, terms: VerdictTerms, visitorsPerDay: number): Verdict {
  const why = whyWait(observed, terms)
  if (why) return { kind: 'waits', why }
  const { offered, safeguards } = observed
  if (!offered) return { kind: 'not-known', days: null }
  const { low, high } = sequence(offered, terms.alpha, terms.tunedFor)
  if (high < 0) return { kind: 'costs', low, high }
  if (low <= 0) return unknown(offered, terms, visitorsPerDay)
  const harm = harmOf(safeguards, terms)
  if (harm) return { kind: 'harms', low, high, harm }
  const other = displacement(safeguards, terms)
  switch (other.kind) {
    case 'displaced':
      return { kind: 'displaces', low, high, replaced: other.replaced }
    case 'beside':
      return { kind: 'adds', low, high }
    case 'open': {
      const days = other.gap && daysUntilReach(other.gap.estimate, other.gap.effect, other.gap.alpha, terms.tunedFor, visitorsPerDay)
      return { kind: 'gains', low, high, days }
    }
  }
}

/** The first that makes any verdict wait: a forger first, as forged visitors break the ratio, too. */
function whyWait({ isForged, ratio, unknownOrders }: Observed, { mostUnknown }: VerdictTerms): Waiting | undefined {
  if (isForged) return 'forged'
  if (ratio.isBroken) return 'sample-ratio'
  return unknownOrders > mostUnknown ? 'unknown-orders' : undefined
}

function unknown(offered: Estimate, { alpha, tunedFor, worth }: VerdictTerms, visitorsPerDay: number): Verdict {
  const effect = Math.max(Math.abs(offered.effect), worth)
  const days = daysUntilReach(offered, effect, alpha, tunedFor, visitorsPerDay)
  if (days !== null && days <= YEAR) return { kind: 'not-known', days }
  return { kind: 'too-small', smallest: reachAfter(offered, YEAR, alpha, tunedFor, visitorsPerDay) }
}
