import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import type { When } from '#app/rules/conditions/condition.ts'
import type { Fact } from '#app/rules/conditions/kinds.ts'
import { isGroup } from '#app/rules/conditions/tree.ts'
import type { Rule } from '#app/rules/rule.ts'
import { canonical } from '#app/rules/versions/canonical.ts'

/**
 * One text for rules that say the same in whatever order and spelling: parts of a group, names and ids are sorted, a group
 * of one is its part. The name, the state and the place among other rules do not count.
 */
export function meaningOf({ when, at, offer, stop, fallback }: Rule): string {
  // What was picked stands in the order in which it was named.
  const where = offer.sort === 'picked' ? offer.where : plain(offer.where)
  return canonical({
    when: plain(when),
    at: at && sorted(at),
    offer: { ...offer, where, except: offer.except && plain(offer.except), joins: sorted(offer.joins) },
    stop,
    fallback,
  })
}

function plain(condition: When): unknown {
  if (!isGroup(condition)) return plainFact(condition)
  if (condition.kind === 'not') return { kind: 'not', of: plain(condition.of) }
  const of = sorted(condition.of.map(plain))
  return of.length === 1 ? of[0] : { kind: condition.kind, of }
}

function plainFact(fact: Fact): unknown {
  if (fact.kind === 'cart-contains') return { ...fact, of: plain(fact.of) }
  const parts = Object.entries(fact).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) ? sorted(value.map(folded)) : value,
  ])
  return Object.fromEntries(parts)
}

const folded = (item: unknown) => (typeof item === 'string' ? foldAsLiquid(item) : item)

/** Each once, in one order. */
function sorted(items: readonly unknown[]): unknown[] {
  return [...new Map(items.map((item) => [canonical(item), item]))].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
}
