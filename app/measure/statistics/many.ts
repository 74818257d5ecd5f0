import type { Estimate } from './estimate.ts'
import { mixing, sequenceReach, type Interval } from './interval.ts'

/** What is said of one of many. */
export interface OneOfMany {
  readonly isTold: boolean
  /** Of those told, all but `alpha` hold the true effect, in the mean. */
  readonly interval: Interval
}

/**
 * Many rules at once, looked at whenever one likes: of the rules that are told apart from 0, the share that does nothing is at
 * most `alpha` in the mean. Sources: Benjamini and Hochberg 1995; the intervals by Benjamini and Yekutieli 2005: where k of m
 * are told, they have the level kα/m. As the p-values are one over e-values, both hold however the rules depend on each other,
 * which they do: they share visitors (Wang and Ramdas 2022; Xu, Wang and Ramdas 2022). Null where there is no estimate; those
 * count as tried.
 */
export function tellMany(estimates: readonly (Estimate | null)[], alpha: number, tunedFor: number): (OneOfMany | null)[] {
  const isTold = benjaminiHochberg(
    estimates.map((estimate) => (estimate ? Math.min(Math.exp(-logRatio(estimate, alpha, tunedFor)), 1) : 1)),
    alpha,
  )
  const told = isTold.filter(Boolean).length
  const level = (Math.max(told, 1) * alpha) / Math.max(estimates.length, 1)
  return estimates.map((estimate, at) => {
    if (!estimate) return null
    const half = sequenceReach(estimate.visitors, level, tunedFor, alpha) * Math.sqrt(estimate.variance)
    return { isTold: isTold[at]!, interval: { low: estimate.effect - half, high: estimate.effect + half } }
  })
}

/** Which of the p-values are told from chance, so that at most the share `rate` of them is not so in the mean. */
export function benjaminiHochberg(ps: readonly number[], rate: number): boolean[] {
  const sorted = [...ps].sort((a, b) => a - b)
  const last = sorted.findLastIndex((p, at) => p <= ((at + 1) * rate) / ps.length)
  return ps.map((p) => last >= 0 && p <= sorted[last]!)
}

/**
 * ln of the e-value against an effect of 0: the likelihood ratio of the normal mixture behind `sequence`, which excludes 0 once
 * it reaches 1/α.
 */
function logRatio({ effect, variance, visitors }: Estimate, alpha: number, tunedFor: number): number {
  const scale = visitors * mixing(alpha, tunedFor)
  const square = variance > 0 ? (effect * effect) / variance : 0
  return ((square / 2) * scale) / (scale + 1) - Math.log(scale + 1) / 2
}
