import type { Clock } from '#app/catalog/clock.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Moment } from '#app/rules/resolve/moment.ts'
import type { Condition } from './condition.ts'
import { momentKindOf, productKindOf, type MomentFact, type ProductFact } from './kinds.ts'
import { holdsIn, type Tree } from './tree.ts'

/** Whether the condition holds of the product. */
export function holds(condition: Condition, product: Product, clock: Clock): boolean {
  return holdsIn(condition, (fact) => factHolds(fact, product, clock))
}

export function factHolds(fact: ProductFact, product: Product, clock: Clock): boolean {
  const kind = productKindOf(fact)
  if (kind.by === 'keys') {
    const wanted = kind.wanted(fact)
    const keys = kind.keysOf(product, fact)
    return wanted === undefined ? keys.length > 0 : keys.some((key) => wanted.includes(key))
  }
  const number = kind.numberOf(product, fact)
  const [low, high] = kind.range(fact, clock)
  return number !== undefined && number >= low && number <= high
}

/** Whether what a rule asks of the moment holds. */
export function holdsNow(condition: Tree<MomentFact>, moment: Moment): boolean {
  return holdsIn(condition, (fact) =>
    // What is asked of products in a cart knows no time.
    momentKindOf(fact).check(fact, moment, (of, product) => holds(of, product, { at: 0, timezone: 'UTC' })),
  )
}
