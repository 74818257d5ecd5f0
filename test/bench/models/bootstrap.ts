import { luckOf } from '../../simulator/world/random.ts'

const DRAWS = 10_000

/**
 * The share of 10,000 paired bootstrap samples of the questions in which the first does not beat the second: small where the
 * first is better for sure.
 */
export function chanceOfNoGain(first: readonly number[], second: readonly number[]): number {
  const gains = Float64Array.from(first, (value, at) => value - second[at]!)
  const luck = luckOf('bootstrap')
  let lost = 0
  for (let draw = 0; draw < DRAWS; draw++) {
    let sum = 0
    for (let nth = 0; nth < gains.length; nth++) sum += gains[luck.below(gains.length)]!
    if (sum <= 0) lost += 1
  }
  return lost / DRAWS
}
