import type { Rule } from '#app/rules/rule.ts'
import type { RuleCheck } from './check.ts'
import { toDraft } from './finding.ts'
import type { LintedShop } from './linted-shop.ts'

/**
 * Two rules that lead to each other, and whose pages show nothing else: whoever follows the one offer is only ever led back.
 * Sleeves with laptops and laptops with sleeves do no harm where either page shows something more, and none where a model
 * may fill the slot; so these are no finding. It is told of the later of the two.
 */
export const cyclic: RuleCheck = {
  kind: 'cyclic',
  about: 'pages',
  check({ rule }, shop) {
    if (rule.offer.instead === 'subscription' || rule.fallback || shop.lock === 'open' || shop.lock === 'off') return []
    const [first] = shownBy(rule, shop)
    const back = first && shop.slotOn(first.product)[0]?.rule
    if (!back || back.fallback || shop.rules.indexOf(back) >= shop.rules.indexOf(rule)) return []
    if (!leadsOnlyBack(rule, back, shop) || !leadsOnlyBack(back, rule, shop)) return []
    const products = [...new Set([...shownBy(rule, shop)].map(({ page }) => page))]
    return [{ severity: 'hint', beside: back, products, mend: toDraft(rule) }]
  },
}

/** What a rule shows, and where. */
function* shownBy(rule: Rule, { look, shownOn }: LintedShop): Generator<{ readonly page: number; readonly product: number }> {
  for (const { page } of look(rule).reached) for (const { index: product } of shownOn(page, rule.id)) yield { page, product }
}

/** Whether the page of everything that `there` shows holds nothing but ways back, by `back`, to pages that show it. */
function leadsOnlyBack(there: Rule, back: Rule, shop: LintedShop): boolean {
  for (const { product } of shownBy(there, shop)) {
    const slot = shop.slotOn(product)
    const isBack = (page: number) => shop.shownOn(page, there.id).some(({ index }) => index === product)
    if (slot.length === 0 || !slot.every(({ rule, index }) => rule.id === back.id && isBack(index))) return false
  }
  return true
}
