import type { RuleCheck } from '#app/rules/lint/check.ts'
import { withoutDiscount } from '#app/rules/lint/finding.ts'

/** Beside some products all deals together are longer than Shopify hands on: the last ones are left out, so nothing comes off there. */
export const noRoomForDeal: RuleCheck = {
  kind: 'no-room-for-deal',
  about: 'pages',
  check({ rule, reached }, { catalog, deals }) {
    if (!rule.offer.discount) return []
    const products = deals()
      .leftOut.filter((one) => one.rule === rule.id)
      .map(({ product }) => catalog.indexOf(product)!)
      .sort((a, b) => a - b)
    return products.length === 0 ? [] : [{ severity: 'warning', products, of: reached.length, mend: withoutDiscount(rule) }]
  },
}
