import type { BasketLog } from './basket-log.ts'

/** Each customer's baskets, oldest first: those of customer c are `baskets[from[c]]` up to but not including `baskets[from[c + 1]]`. */
export interface Trails {
  readonly from: Uint32Array
  readonly baskets: Uint32Array
  /** The usual time between two of a customer's baskets, in days: the middle one of all; 1 where nobody came back. */
  readonly gap: number
}

const SAMPLE = 100_000

export function trailsOf({ customers, customerCount, at }: BasketLog): Trails {
  const from = new Uint32Array(customerCount + 1)
  for (const customer of customers) if (customer >= 0) from[customer + 1]! += 1
  for (let customer = 0; customer < customerCount; customer++) from[customer + 1]! += from[customer]!
  const next = from.slice(0, customerCount)
  const baskets = new Uint32Array(from[customerCount]!)
  for (const [basket, customer] of customers.entries()) if (customer >= 0) baskets[next[customer]!++] = basket

  const gaps: number[] = []
  for (let customer = 0; customer < customerCount && gaps.length < SAMPLE; customer++) {
    for (let nth = from[customer]! + 1; nth < from[customer + 1]!; nth++) {
      const days = at[baskets[nth]!]! - at[baskets[nth - 1]!]!
      if (days > 0) gaps.push(days)
    }
  }
  gaps.sort((a, b) => a - b)
  return { from, baskets, gap: gaps[gaps.length >> 1] ?? 1 }
}
