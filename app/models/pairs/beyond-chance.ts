import { liftOf, type PairCounts } from './evidence.ts'
import { surpriseOf } from './log-likelihood.ts'

/** Fewer buyers of a pair are a coincidence, or one person's habit. */
const FEWEST_BUYERS = 3
/** Standard errors by which a pair must beat chance. */
const STANDARD_ERRORS = 3
/** The greatest probability that luck puts anything beside a product. */
const ALPHA = 0.05

/**
 * Whether a pair may be shown to shoppers on the word of other shoppers alone: some evidence is not enough. The more
 * `products` there are, the better some of them look beside one by luck; how often is bounded by their counts' divergence
 * from chance (Chernoff 1952), half the log-likelihood ratio.
 */
export function isBeyondChance(counts: PairCounts, buyers: number, products: number): boolean {
  const { together, first, second, orders } = counts
  if (buyers < FEWEST_BUYERS || liftOf(counts, STANDARD_ERRORS).low <= 1) return false
  return surpriseOf(together, first, second, orders) ** 2 / 2 >= Math.log(products / ALPHA)
}
