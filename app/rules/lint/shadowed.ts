import { CARDS_AT_ONCE } from '#app/commerce/placement.ts'
import { speaksFor, type Rule } from '#app/rules/rule.ts'
import type { RuleCheck } from './check.ts'
import { toDraft } from './finding.ts'
import type { LintedShop, RuleInShop } from './linted-shop.ts'

/**
 * On no page does anything of the rule come to be seen: rules before it offer the same, fill the slot, or stop; or others always
 * fill the places that a theme's block shows unless it is set to show more. A fallback
 * that has nothing to do is as it should be, and a duplicate is told as one. Of a rule that says nothing of product pages nothing is
 * found: what stands before it elsewhere is not looked at.
 */
export const shadowed: RuleCheck = {
  kind: 'shadowed',
  about: 'pages',
  check(looked, shop) {
    const { rule, reached } = looked
    if (reached.length === 0 || rule.fallback || !speaksFor(rule, 'product-page') || shop.firstToSay(rule).id !== rule.id) return []
    if (reached.some(({ page }) => isSeen(rule, page, shop))) return []
    const isCrowded = reached.some(({ page }) => shop.shownOn(page, rule.id).length > 0)
    const before = ruleBefore(looked, shop)
    const as = isCrowded ? 'crowded' : before.stop ? 'stopped' : undefined
    return [
      {
        severity: 'warning',
        ...(as && { as }),
        beside: before,
        products: reached.map(({ page }) => page),
        // Of a crowded one a block that is set to show more does show something.
        mend: isCrowded ? undefined : toDraft(rule),
      },
    ]
  },
}

/** Whether something of the rule is among what a block shows on a page. In a slot that others may order, any of it may be. */
function isSeen(rule: Rule, page: number, shop: LintedShop): boolean {
  const before = shop.alwaysBefore(page, rule.id)
  return before !== undefined && (shop.lock !== 'locked' || before < CARDS_AT_ONCE)
}

/** The rule that stands before it on most of its pages: one that stops, or that offers what this one would offer first. */
function ruleBefore({ rule: late, reached }: RuleInShop, { slotOn }: LintedShop): Rule {
  const pages = new Map<Rule, number>()
  for (const { page, offered } of reached) {
    const slot = slotOn(page)
    const stopping = slot.find(({ rule, guard }) => rule.stop && guard === true)
    const same = slot.find(({ rule, index }) => rule !== late && index === offered[0]!.index)
    const { rule } = stopping ?? same ?? slot[0]!
    pages.set(rule, (pages.get(rule) ?? 0) + 1)
  }
  return [...pages].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
}
