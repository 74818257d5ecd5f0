import type { Clock } from '#app/catalog/clock.ts'
import type { Product } from '#app/commerce/product.ts'
import type { When } from '#app/rules/conditions/condition.ts'
import { factHolds } from '#app/rules/conditions/holds.ts'
import { isMomentFact, type Fact, type MomentFact, type ProductFact } from '#app/rules/conditions/kinds.ts'
import { factsIn, isGroup, type Tree } from '#app/rules/conditions/tree.ts'

/** What is left of a condition once the product is known: decided, or still to be asked when the page is drawn. */
export type Guard = boolean | Tree<MomentFact>

/** What `when` asks of the moment beside this product. */
export function guardFor(when: When, product: Product, clock: Clock): Guard {
  return reduce(when, (fact) => factHolds(fact, product, clock))
}

/** What `when` asks of the moment beside any product of which it may hold; undefined where that depends on the product. */
export function guardForAny(when: When): Guard | undefined {
  const parts = when.kind === 'all' ? when.of : [when]
  const asking = parts.filter((part) => factsIn<Fact>(part).some(isMomentFact))
  if (!asking.every((part) => factsIn<Fact>(part).every(isMomentFact))) return undefined
  return allOf(asking.map((part) => reduce(part, () => true)))
}

function reduce(when: When, decide: (fact: ProductFact) => boolean): Guard {
  if (!isGroup(when)) return isMomentFact(when) ? when : decide(when)
  switch (when.kind) {
    case 'all':
      return allOf(when.of.map((part) => reduce(part, decide)))
    case 'any':
      return anyOf(when.of.map((part) => reduce(part, decide)))
    case 'not':
      return notOf(reduce(when.of, decide))
  }
}

/** All of them hold. */
function allOf(guards: readonly Guard[]): Guard {
  if (guards.includes(false)) return false
  const open = guards.filter((guard) => typeof guard !== 'boolean')
  return open.length === 0 ? true : open.length === 1 ? open[0]! : { kind: 'all', of: open }
}

/** At least one of them holds. */
function anyOf(guards: readonly Guard[]): Guard {
  if (guards.includes(true)) return true
  const open = guards.filter((guard) => typeof guard !== 'boolean')
  return open.length === 0 ? false : open.length === 1 ? open[0]! : { kind: 'any', of: open }
}

/** Both hold. */
export function both(one: Guard, other: Guard): Guard {
  return one === true ? other : other === true ? one : allOf([one, other])
}

/** One of the two holds at least. */
export function either(one: Guard, other: Guard): Guard {
  return one === false ? other : other === false ? one : anyOf([one, other])
}

export function notOf(guard: Guard): Guard {
  if (typeof guard === 'boolean') return !guard
  return guard.kind === 'not' ? guard.of : { kind: 'not', of: guard }
}
