import type { Estimate } from '#app/measure/statistics/estimate.ts'
import { NOBODY, ofVisitor, plus, type Sums } from '#app/measure/statistics/sums.ts'

/** An effect of one standard error of 1, with a base far from zero, but for what is named. */
export function anEstimate(named: Partial<Estimate> = {}): Estimate {
  return { effect: 0, variance: 1, base: 100, baseVariance: 0.5, visitors: 10_000, ...named }
}

/** The sums over visitors, each with y and, where it matters, x. */
export function sumsOf(visitors: readonly (readonly [y: number, x?: number])[]): Sums {
  return visitors.map(([y, x]) => ofVisitor(y, x)).reduce(plus, NOBODY)
}
