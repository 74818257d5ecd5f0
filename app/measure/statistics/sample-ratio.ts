import { logBeta } from './log-gamma.ts'
import { bothTails, quantile } from './normal.ts'
import type { Stratum } from './sums.ts'

/** Whether the arms are as large as they were planned to be. */
export interface SampleRatio {
  /** How often chance alone gives arms at least as uneven, looked at once. */
  readonly p: number
  /** Visitors of one arm are lost or counted twice: nothing that compares the arms holds. */
  readonly isBroken: boolean
}

/** Of healthy measurements, so many are ever taken for broken, by the one bound and by the other; 0.15 % together. */
const [BY_PLAN, AT_ANY_TIME] = [0.0013, 0.0002]
/** How many visitors' worth the mixture's prior weighs: it looks for losses of a few per cent. */
const PRIOR = 1_000

/**
 * May be looked at daily, or oftener, for good: a measurement in which nobody is lost is taken for broken at any look in 0.15 %
 * of cases at most. Of two bounds one must be crossed. The first is straight: up to `planned` visitors the smaller arm never
 * lacks more than z√(planned·q(1-q)), where by the reflection principle the chance to cross it at any time is at most twice
 * that of ending beyond it; at the end it is hardly wider than a single test at p < 0.001. The second holds for all time and
 * finds large losses early: a Bayes factor of a beta mixture against the plan, a martingale while the plan holds (Ville 1939;
 * Lindon and Malek 2020), multiplied over epochs. Why to look at all: Fabijan, Gupchup, Gupta, Omhover, Qin, Vermeer and
 * Dmitriev 2019.
 */
export function sampleRatio(strata: readonly Pick<Stratum, 'shown' | 'heldOut' | 'share'>[], planned = 1_000_000): SampleRatio {
  let [visitors, excess, variance, evidence, spread] = [0, 0, 0, 0, 0.25]
  for (const { shown, heldOut, share } of strata) {
    const all = shown.visitors + heldOut.visitors
    spread = share * (1 - share)
    visitors += all
    excess += heldOut.visitors - share * all
    variance += all * spread
    evidence += logBayesFactor(shown.visitors, heldOut.visitors, share)
  }
  if (visitors === 0) return { p: 1, isBroken: false }
  const allowed = quantile(BY_PLAN / 4) * Math.sqrt(variance + Math.max(planned - visitors, 0) * spread)
  return {
    p: bothTails(excess / Math.sqrt(variance)),
    isBroken: (visitors <= planned && Math.abs(excess) > allowed) || evidence > -Math.log(AT_ANY_TIME),
  }
}

function logBayesFactor(shown: number, heldOut: number, share: number): number {
  const [priorHeldOut, priorShown] = [PRIOR * share, PRIOR * (1 - share)]
  const mixed = logBeta(priorHeldOut + heldOut, priorShown + shown) - logBeta(priorHeldOut, priorShown)
  return mixed - heldOut * Math.log(share) - shown * Math.log(1 - share)
}
