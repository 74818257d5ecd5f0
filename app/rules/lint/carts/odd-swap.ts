import { PLACEMENTS } from '#app/commerce/placement.ts'
import { priceOf } from '#app/commerce/product.ts'
import type { RuleCheck } from '../check.ts'

/** Who was about to pay a price seldom pays more than double. */
const FAR = 2

/**
 * What the rule offers instead of the product in the cart costs no more on most pages, or far more, or stands where there is no cart: a
 * larger pack or one class up does neither.
 */
export const oddSwap: RuleCheck = {
  kind: 'odd-swap',
  about: 'pages',
  check({ rule, reached }, { catalog }) {
    if (!rule.offer.instead || reached.length === 0) return []
    const all = reached.map(({ page }) => page)
    if (rule.at?.every((placement) => PLACEMENTS[placement].about !== 'cart'))
      return [{ severity: 'warning', as: 'nowhere', products: all, of: reached.length }]
    if (rule.offer.instead === 'subscription') return []
    const price = (index: number) => priceOf(catalog.products[index]!) ?? 0
    const pagesWhere = (isOdd: (offered: number, own: number) => boolean) =>
      reached.filter(({ page, offered }) => offered.every(({ index }) => isOdd(price(index), price(page)))).map(({ page }) => page)
    const cheaper = pagesWhere((offered, own) => offered <= own)
    if (cheaper.length * 2 > reached.length) return [{ severity: 'hint', as: 'cheaper', products: cheaper, of: reached.length }]
    const far = pagesWhere((offered, own) => offered > own * FAR)
    return far.length * 2 > reached.length ? [{ severity: 'hint', as: 'far', products: far, of: reached.length }] : []
  },
}
