import { smallestNow } from '../boards/smallest-now.ts'
import { capped, type Cap } from '../statistics/cap.ts'
import type { ComparisonPlan } from './comparison.ts'

/** What a shop's past says of two rules. */
export interface ComparedPast {
  /** Who reach a page on which either has something to show, and are not held out of offers. */
  readonly visitorsPerDay: number
  /** What orders of so many days came to in the products that either offers, in minor units. */
  readonly values: readonly number[]
  readonly days: number
  /** Whether it is known of all of these what they cost. */
  readonly isCosted: boolean
  /** What one visitor counts for at the most. */
  readonly money: Cap
}

const HALF = 0.5
const FEWEST_VISITORS = 2_000

/** What comparing them for so many days could tell, if shoppers went on as they did. */
export function planOf({ visitorsPerDay, values, days: past, isCosted, money }: ComparedPast, days: number): ComparisonPlan {
  const visitors = visitorsPerDay * past
  const sums = values.map((value) => capped(value, money))
  const mean = sums.reduce((sum, value) => sum + value, 0) / visitors
  const square = sums.reduce((sum, value) => sum + value * value, 0) / visitors
  const spread = visitors > 0 ? { mean, variance: Math.max(square - mean * mean, 0) } : null
  return {
    days,
    of: isCosted ? 'profit' : 'revenue',
    tunedFor: Math.max(FEWEST_VISITORS, Math.round(visitorsPerDay * days)),
    smallest: smallestNow({ spread, visitorsPerDay, isExpected: true }, HALF, days).effect,
    visitorsPerDay,
  }
}
