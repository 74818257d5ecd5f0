import type { OtherDiscount } from '#app/offers/other-discount.ts'
import type { RuleCheck } from '#app/rules/lint/check.ts'
import type { Found } from '#app/rules/lint/finding.ts'

/**
 * Discounts of the shop's own beside which the rule's does not stand, or on one line not with it. Two stand beside each other only
 * where each allows the other's class; of product discounts a line has one, the best (Shopify's "Combining discounts").
 */
export const otherDiscounts: RuleCheck = {
  kind: 'other-discounts',
  about: 'pages',
  check({ rule, reached }, { others }) {
    const { discount } = rule.offer
    if (!discount || reached.length === 0) return []
    const { order, shipping } = discount.combines
    const found = (severity: Found['severity'], as: string, isMeant: (one: OtherDiscount) => boolean): Found[] => {
      const names = [...new Set(others.filter(isMeant).map(({ title }) => title))]
      return names.length === 0 ? [] : [{ severity, as, names }]
    }
    return [
      ...found('warning', 'alone', (one) => one.of === 'product' && !one.besideProducts),
      ...found('hint', 'line', (one) => one.of === 'product' && one.besideProducts),
      ...found('hint', 'order', (one) => one.of === 'order' && !(order && one.besideProducts)),
      ...found('hint', 'shipping', (one) => one.of === 'shipping' && !(shipping && one.besideProducts)),
    ]
  },
}
