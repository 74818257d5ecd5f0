import { whyIneligible } from '#app/catalog/eligible.ts'
import type { RuleCheck } from './check.ts'

/** Nothing that the rule offers can be bought, and something of it could be if there were any left. */
export const soldOut: RuleCheck = {
  kind: 'sold-out',
  about: 'goods',
  check({ pages, named, forSale }, { catalog }) {
    if (pages.length === 0 || forSale.count() > 0) return []
    const all = [...named]
    const products = all.filter((index) => whyIneligible(catalog.products[index]!) === 'sold-out')
    return products.length === 0 ? [] : [{ severity: 'warning', products, of: all.length }]
  },
}
