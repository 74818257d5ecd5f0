import type { DrawnDelivery, DrawnGuard, DrawnTerms } from '#app/rules/conditions/drawn.ts'
import { isMomentFact, momentKindOf, productKindOf, type Fact } from '#app/rules/conditions/kinds.ts'
import { isGroup, type Tree } from '#app/rules/conditions/tree.ts'

export type { DrawnGuard } from '#app/rules/conditions/drawn.ts'

/**
 * Writes a guard for Liquid; how one of its facts is written, its kind says. `currency` is the shop's own. Throws where the guard asks
 * what Liquid does not know: that is decided before anything is left to a page.
 */
export function drawnGuard(guard: Tree<Fact>, currency: string, stated: readonly DrawnDelivery[] = []): DrawnGuard {
  const terms: DrawnTerms = { currency, stated }
  const draw = (part: Tree<Fact>): DrawnGuard => {
    if (!isGroup(part)) return drawnFact(part, terms, draw)
    return part.kind === 'not' ? { kind: 'not', of: draw(part.of) } : { kind: part.kind, of: part.of.map(draw) }
  }
  return draw(guard)
}

function drawnFact(fact: Fact, terms: DrawnTerms, draw: (part: Tree<Fact>) => DrawnGuard): DrawnGuard {
  if (isMomentFact(fact)) return momentKindOf(fact).drawn(fact, terms, draw)
  const { inCart } = productKindOf(fact)
  if (!inCart) throw new Error(`Liquid does not know of “${fact.kind}”, so it cannot be left to a page`)
  return inCart(fact)
}

/** Whether a guard asks which day it is. */
export function asksForDay({ kind, of }: DrawnGuard): boolean {
  if (kind === 'date' || kind === 'weekday') return true
  return [of ?? []].flat().some((part) => asksForDay(part as DrawnGuard))
}
