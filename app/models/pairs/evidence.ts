/** How often two products were bought in one order, among all orders that were looked at. */
export interface PairCounts {
  readonly together: number
  /** Orders with the first product, with the second, and in all. `together` exceeds neither of the first two. */
  readonly first: number
  readonly second: number
  readonly orders: number
}

export interface Lift {
  /** Times more often together than two products that know nothing of each other would be. */
  readonly lift: number
  readonly low: number
  readonly high: number
}

/**
 * Lift with an interval of `z` standard errors on the log scale. Source: the delta method on the multinomial counts;
 * var(ln lift) = 1/n_ij - 1/n_i - 1/n_j + 2 n_ij / (n_i n_j) - 1/N. All zero where the pair was never bought.
 */
export function liftOf({ together, first, second, orders }: PairCounts, z: number): Lift {
  if (together === 0) return { lift: 0, low: 0, high: 0 }
  const lift = (together * orders) / (first * second)
  const variance = 1 / together - 1 / first - 1 / second + (2 * together) / (first * second) - 1 / orders
  const factor = Math.exp(z * Math.sqrt(Math.max(variance, 0)))
  return { lift, low: lift / factor, high: lift * factor }
}
