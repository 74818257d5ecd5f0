import { daysOf } from '#app/rules/deals/days-of.ts'
import type { RuleCheck } from '#app/rules/lint/check.ts'
import { withoutDiscount } from '#app/rules/lint/finding.ts'
import { guardFor } from '#app/rules/resolve/guard.ts'

/** The rule asks for more than products and days, which nobody checks where carts are priced: so its discount is never taken off. */
export const dealNotChecked: RuleCheck = {
  kind: 'deal-not-checked',
  about: 'pages',
  check({ rule, reached }, { catalog }) {
    if (!rule.offer.discount || reached.length === 0) return []
    const products = reached.map(({ page }) => page).filter((page) => !daysOf(guardFor(rule.when, catalog.products[page]!, catalog.clock)))
    return products.length === 0 ? [] : [{ severity: 'warning', path: 'when', products, of: reached.length, mend: withoutDiscount(rule) }]
  },
}
