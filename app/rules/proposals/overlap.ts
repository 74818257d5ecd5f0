import type { RuleId } from '#app/commerce/ids.ts'
import type { Resolver } from '#app/rules/resolve/resolve.ts'
import type { Rule } from '../rule.ts'

export interface Overlap {
  /** Pages on which the rule has something to offer. */
  readonly pages: readonly number[]
  /** Those of them where all of that is offered already. */
  readonly told: number
  /** The rules that offer some of it, and on how many of those pages, most pages first. */
  readonly by: readonly { readonly id: RuleId; readonly name: string; readonly pages: number }[]
}

/** How much of what a rule would offer the shop's active rules offer already. `resolver` must not know the rule as active. */
export function overlapOf(rule: Rule, resolver: Resolver): Overlap {
  const pages = resolver.reachOf(rule)
  const by = new Map<Rule, number>()
  let told = 0
  for (const page of pages) {
    const wanted = new Set(resolver.offersOf(rule, page).map(({ index }) => index))
    const offers = resolver.offersFor(page, 'product-page').filter(({ index }) => wanted.has(index))
    // What a rule offers at some moments alone is not yet told.
    if (new Set(offers.filter(({ guard }) => guard === true).map(({ index }) => index)).size === wanted.size) told += 1
    for (const other of new Set(offers.map((offer) => offer.rule))) by.set(other, (by.get(other) ?? 0) + 1)
  }
  return {
    pages,
    told,
    by: [...by].map(([{ id, name }, on]) => ({ id, name, pages: on })).sort((a, b) => b.pages - a.pages || (a.id < b.id ? -1 : 1)),
  }
}
