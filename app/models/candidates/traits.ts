import type { CustomerHistories } from '#app/models/pairs/customer-histories.ts'
import type { Popularity } from '#app/models/pairs/popularity.ts'

/** What is known of a product whatever is asked, and where in its row. */
export const trait = {
  /** Logarithms of 1 + orders, and of 1 + price. */
  week: 0,
  month: 1,
  ever: 2,
  price: 3,
  /** Days since it was first bought. */
  known: 4,
  /** Orders of the week beside those of the month. */
  rise: 5,
  /** The chance that who bought it buys it again, and after how many gaps. */
  again: 6,
  period: 7,
} as const

/** Numbers in a row: whoever fetches one of a product from memory has fetched them all. */
export const TRAITS = 8

interface Sources {
  readonly popularity: Popularity
  readonly histories: CustomerHistories
  readonly prices: Float32Array
}

/** By product, row after row. */
export function traitsOf({ popularity, histories, prices }: Sources): Float32Array {
  const { week, month, ever, known } = popularity
  const rows = new Float32Array(ever.length * TRAITS)
  for (let product = 0; product < ever.length; product++) {
    const row = product * TRAITS
    rows[row + trait.week] = Math.log1p(week[product]!)
    rows[row + trait.month] = Math.log1p(month[product]!)
    rows[row + trait.ever] = Math.log1p(ever[product]!)
    rows[row + trait.price] = Math.log1p(prices[product]!)
    rows[row + trait.known] = known[product]!
    rows[row + trait.rise] = week[product]! / (month[product]! + 1)
    rows[row + trait.again] = histories.again[product]!
    rows[row + trait.period] = histories.period[product]!
  }
  return rows
}
