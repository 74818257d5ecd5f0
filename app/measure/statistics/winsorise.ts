/** Of a hundred orders, so many are not touched. */
const UNTOUCHED = 0.99
/** A handful of orders says nothing of the largest in a hundred. */
const FEWEST = 100

/**
 * What one visitor may count for, from the values of orders before anything is compared: it is fixed then and holds for both
 * arms to the end, for a cap that looks at outcomes takes sides. The 99th percentile (the value of that rank, not one between
 * two); null of fewer than 100 orders above zero. Source: Kohavi, Tang and Xu, Trustworthy Online Controlled Experiments (2020),
 * ch. 18 and 19.
 */
export function capOf(values: readonly number[]): number | null {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b)
  return sorted.length < FEWEST ? null : sorted[Math.ceil(UNTOUCHED * sorted.length) - 1]!
}

/** What a visitor has bought in all, as it counts: cut off at the cap on either side. Winsorise sums, never their parts. */
export function winsorised(value: number, cap: number): number {
  return Math.max(Math.min(value, cap), -cap)
}
