import { z } from 'zod'
import type { ProductSet } from '#app/catalog/product-set.ts'
import type { Condition } from './conditions/condition.ts'

/**
 * Two sets of products of which no product of the one ever stands beside a product of the other: neither in one slot nor on
 * its page. The sets may overlap, or be the same.
 */
export interface NeverTogether {
  readonly one: Condition
  readonly other: Condition
}

const MOST_PAIRS = 50

/** Reads pairs whose sides are read as given. */
export const neverTogetherOf = (side: z.ZodType<Condition>): z.ZodType<readonly NeverTogether[]> =>
  z.array(z.strictObject({ one: side, other: side })).max(MOST_PAIRS, 'fault.too-many-pairs')

/** What one product never stands beside. */
export interface Barrier {
  /** Products whose barriers share a name never stand beside the same products. */
  readonly name: string
  /** Of another product, by index. */
  readonly bars: (other: number) => boolean
}

const NO_BARRIER: Barrier = { name: '', bars: () => false }

/** Tells the barrier of the product at an index. `select` finds the products of which a condition holds. */
export function barriersFrom(pairs: readonly NeverTogether[], select: (condition: Condition) => ProductSet): (index: number) => Barrier {
  const sides = pairs.flatMap(({ one, other }, pair) => {
    const [these, those] = [select(one), select(other)]
    return [
      { name: `${pair}`, of: these, barred: those },
      { name: `${pair}'`, of: those, barred: these },
    ]
  })
  return (index) => {
    const met = sides.filter(({ of }) => of.has(index))
    if (met.length === 0) return NO_BARRIER
    return { name: met.map(({ name }) => name).join(), bars: (other) => met.some(({ barred }) => barred.has(other)) }
  }
}
