import { estimate, type Estimate, type Metric } from './estimate.ts'
import type { Sums } from './sums.ts'

/** The visitors of two measurements at once, by their arm in the first and in the second: one epoch of both. */
export interface TwoByTwo {
  readonly both: Sums
  readonly firstOnly: Sums
  readonly secondOnly: Sums
  readonly neither: Sums
  /** Planned shares held out, within (0, 1). */
  readonly firstShare: number
  readonly secondShare: number
}

export interface Interaction {
  /** What the first changes, of those for whom the second stands as it does: a share of it held out, the rest not. */
  readonly first: Estimate
  readonly second: Estimate
  /** By how much more (or less) the first changes where the second is shown than where it is held out. The base is of those shown neither. */
  readonly together: Estimate
}

/**
 * Both effects and their interaction; null where one of the four has too few. A main effect is the mean of its effects within
 * the other's two arms, each by the share that is planned for it in the last epoch, so that it is what the merchant would lose
 * today by switching one off. Source: Montgomery, Design and Analysis of Experiments, 2² designs, with weights.
 */
export function interaction(epochs: readonly TwoByTwo[], metric: Metric): Interaction | null {
  const of = (shown: Cell, heldOut: Cell, share: 'firstShare' | 'secondShare') =>
    estimate(
      epochs.map((epoch) => ({ shown: epoch[shown], heldOut: epoch[heldOut], share: epoch[share] })),
      metric,
    )
  const firstBeside = of('both', 'secondOnly', 'firstShare')
  const firstAlone = of('firstOnly', 'neither', 'firstShare')
  const secondBeside = of('both', 'firstOnly', 'secondShare')
  const secondAlone = of('secondOnly', 'neither', 'secondShare')
  const today = epochs.at(-1)
  if (!today || !firstBeside || !firstAlone || !secondBeside || !secondAlone) return null
  return {
    first: mixed(firstBeside, firstAlone, today.secondShare),
    second: mixed(secondBeside, secondAlone, today.firstShare),
    together: {
      effect: firstBeside.effect - firstAlone.effect,
      variance: firstBeside.variance + firstAlone.variance,
      base: firstAlone.base,
      baseVariance: firstAlone.baseVariance,
      visitors: firstBeside.visitors + firstAlone.visitors,
    },
  }
}

type Cell = 'both' | 'firstOnly' | 'secondOnly' | 'neither'

/** Of two groups that nobody is in both of. */
function mixed(beside: Estimate, alone: Estimate, share: number): Estimate {
  const mean = (of: 'effect' | 'base') => (1 - share) * beside[of] + share * alone[of]
  const variance = (of: 'variance' | 'baseVariance') => (1 - share) ** 2 * beside[of] + share ** 2 * alone[of]
  return {
    effect: mean('effect'),
    variance: variance('variance'),
    base: mean('base'),
    baseVariance: variance('baseVariance'),
    visitors: beside.visitors + alone.visitors,
  }
}
