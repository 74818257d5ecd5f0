import { sequenceReach } from './interval.ts'
import { upperTail } from './normal.ts'

/** Beyond it everybody crosses. */
const SURE = 20

/**
 * The chance that a sequence excludes 0 at one look or another up to `tunedFor` visitors, where the effect is `drift` standard
 * errors of the last look. Bound from below, closely: the sequence's bound, as a curve over time, lies under its tangent at the
 * end, and for a straight line the chance is known (Bachelier 1900, Siegmund 1985): Φ(d - a) + exp(2ad)Φ(-a - d).
 */
export function chanceToTell(drift: number, alpha: number): number {
  const end = sequenceReach(1, alpha, 1)
  // With g² = 2(t + 1/k) ln(√(kt + 1)/α): g g' = ln(√(k + 1)/α) + 1/2 at t = 1.
  const k = -2 * Math.log(alpha) + Math.log(1 - 2 * Math.log(alpha))
  const slope = (Math.log(Math.sqrt(k + 1) / alpha) + 0.5) / end
  const [start, net] = [end - slope, drift - slope]
  const early = Math.exp(Math.min(2 * start * net, 600)) * upperTail(start + net)
  return Math.min(upperTail(start - net) + early, 1)
}

/** How many standard errors of the last look an effect must be to be told by then with the given chance. */
export function driftToTell(alpha: number, power: number): number {
  let [low, high] = [0, SURE]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (chanceToTell(middle, alpha) < power) low = middle
    else high = middle
  }
  return high
}
