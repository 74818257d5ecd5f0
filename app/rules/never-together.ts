import { z } from 'zod'
import type { Clock } from '#app/catalog/clock.ts'
import type { ProductSet } from '#app/catalog/product-set.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Condition } from './conditions/condition.ts'
import { holds } from './conditions/holds.ts'

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
  /** All of them. */
  readonly all: () => ProductSet | undefined
}

export const NO_BARRIER: Barrier = { name: '', bars: () => false, all: () => undefined }

/** Which products never stand beside which others. */
export interface Barriers {
  /** Of the product at an index. */
  of(index: number): Barrier
  /** Whether there is any product beside which the one at an index never stands. */
  isBarred(index: number): boolean
  /** Whether the product at an index would be on another side of a pair, were it this one. */
  wouldDiffer(index: number, product: Product): boolean
  /** Puts the product at an index on the sides where it now belongs. */
  revise(index: number, product: Product): void
}

/** `select` finds the products of which a condition holds. */
export function barriersFrom(pairs: readonly NeverTogether[], select: (condition: Condition) => ProductSet, clock: Clock): Barriers {
  const sides = pairs.flatMap(({ one, other }, pair) => {
    const [these, those] = [select(one), select(other)]
    return [
      { name: `${pair}`, condition: one, of: these, barred: those },
      { name: `${pair}'`, condition: other, of: those, barred: these },
    ]
  })
  return {
    of(index) {
      if (sides.length === 0) return NO_BARRIER
      const met = sides.filter(({ of }) => of.has(index))
      if (met.length === 0) return NO_BARRIER
      const all = () => met.map(({ barred }) => barred).reduce((one, other) => one.or(other))
      return { name: met.map(({ name }) => name).join(), bars: (other) => met.some(({ barred }) => barred.has(other)), all }
    },
    isBarred: (index) => sides.some(({ barred }) => barred.has(index)),
    wouldDiffer: (index, product) => sides.some(({ of, condition }) => of.has(index) !== holds(condition, product, clock)),
    revise(index, product) {
      for (const { of, condition } of sides) of.put(index, holds(condition, product, clock))
    },
  }
}
