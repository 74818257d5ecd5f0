/** What one visitor may count for: fixed before anything is compared, for both arms, to the end. A cap that looks at outcomes takes sides. */
export interface Cap {
  readonly most: number
  /** What counts instead of a value that no shopper has. */
  readonly usual: number
}

/** Of a hundred orders, so many are not touched. */
const UNTOUCHED = 0.99
/** So many times the cap are a company's order, a trial or a mistake. */
const BEYOND = 10
/** A handful of orders says nothing of the largest in a hundred. */
const FEWEST = 100

/**
 * From the values of orders before (or of units in them): the 99th percentile and the median, each the value of that rank, not
 * one between two. Null of fewer than 100 above zero. Source: Kohavi, Tang and Xu, Trustworthy Online Controlled Experiments
 * (2020), ch. 18 and 19.
 */
export function capOf(values: readonly number[]): Cap | null {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!
  return sorted.length < FEWEST ? null : { most: at(UNTOUCHED), usual: at(0.5) }
}

/**
 * What a visitor has bought in all, as it counts: winsorised at the cap, on either side; and as one usual order beyond ten times
 * that. So an order of a thousand times the usual value counts as it would have at the usual value, and changes no verdict
 * (Hampel 1974 lets far values lose their weight likewise). Cap sums of a visitor, never their parts.
 */
export function capped(value: number, { most, usual }: Cap): number {
  const size = Math.abs(value)
  return Math.sign(value) * (size > BEYOND * most ? usual : Math.min(size, most))
}
