import { liftOf, type PairCounts } from './evidence.ts'

/** Fewer buyers of a pair are a coincidence, or one person's habit. */
const FEWEST_BUYERS = 3
/** Standard errors by which a pair must beat chance: thousands of pairs are looked at, and some look good by luck. */
const DOUBT = 3

/** Whether a pair may be shown to shoppers on the word of other shoppers alone: some evidence is not enough. */
export function isBeyondChance(counts: PairCounts, buyers: number): boolean {
  return buyers >= FEWEST_BUYERS && liftOf(counts, DOUBT).low > 1
}
