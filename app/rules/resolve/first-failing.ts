import type { Clock } from '#app/catalog/clock.ts'
import type { Product } from '#app/commerce/product.ts'
import type { When } from '#app/rules/conditions/condition.ts'
import { factHolds, holdsNow } from '#app/rules/conditions/holds.ts'
import { isMomentFact } from '#app/rules/conditions/kinds.ts'
import { holdsIn, isGroup } from '#app/rules/conditions/tree.ts'
import type { Moment } from './moment.ts'

/**
 * The part of a condition for which it does not hold at a visit to the product: the first one to fail where all must hold,
 * everything where none of several does. Undefined where it holds.
 */
export function firstFailing(when: When, product: Product, clock: Clock, moment: Moment): When | undefined {
  const holds = holdsIn(when, (fact) => (isMomentFact(fact) ? holdsNow(fact, moment) : factHolds(fact, product, clock)))
  if (holds) return undefined
  if (!isGroup(when) || when.kind === 'not') return when
  if (when.kind === 'any' && when.of.length !== 1) return when
  for (const part of when.of) {
    const failing = firstFailing(part, product, clock, moment)
    if (failing) return failing
  }
  return when
}
