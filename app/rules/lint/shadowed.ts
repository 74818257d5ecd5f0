import { speaksFor, type Rule } from '#app/rules/rule.ts'
import type { RuleCheck } from './check.ts'
import { toDraft } from './finding.ts'
import type { LintedShop, RuleInShop } from './linted-shop.ts'

/**
 * On no page does anything of the rule come to be seen: rules before it offer the same, fill the slot, or stop. A fallback
 * that has nothing to do is as it should be, and a duplicate is told as one. Of a rule that says nothing of product pages nothing is
 * found: what stands before it elsewhere is not looked at.
 */
export const shadowed: RuleCheck = {
  kind: 'shadowed',
  about: 'pages',
  check(looked, shop) {
    const { rule, reached } = looked
    if (reached.length === 0 || rule.fallback || !speaksFor(rule, 'product-page') || shop.firstToSay(rule).id !== rule.id) return []
    if (reached.some(({ page }) => shop.shownOn(page, rule.id).length > 0)) return []
    const before = ruleBefore(looked, shop)
    return [
      {
        severity: 'warning',
        ...(before.stop && { as: 'stopped' }),
        beside: before,
        products: reached.map(({ page }) => page),
        mend: toDraft(rule),
      },
    ]
  },
}

/** The rule that stands before it on most of its pages: one that stops, or that offers what this one would offer first. */
function ruleBefore({ reached }: RuleInShop, { slotOn }: LintedShop): Rule {
  const pages = new Map<Rule, number>()
  for (const { page, offered } of reached) {
    const slot = slotOn(page)
    const stopping = slot.find(({ rule, guard }) => rule.stop && guard === true)
    const same = slot.find(({ index }) => index === offered[0]!.index)
    const { rule } = stopping ?? same ?? slot[0]!
    pages.set(rule, (pages.get(rule) ?? 0) + 1)
  }
  return [...pages].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
}
