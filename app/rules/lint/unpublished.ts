import { whyIneligible } from '#app/catalog/eligible.ts'
import type { RuleCheck } from './check.ts'

/** Nothing that the rule offers may be offered in the online store, however much of it there is. */
export const unpublished: RuleCheck = {
  kind: 'unpublished',
  about: 'goods',
  check({ pages, named, forSale }, { catalog }) {
    if (pages.length === 0 || forSale.count() > 0) return []
    const products = [...named]
    const isInStore = products.some((index) => whyIneligible(catalog.products[index]!) === 'sold-out')
    return products.length === 0 || isInStore ? [] : [{ severity: 'warning', products }]
  },
}
