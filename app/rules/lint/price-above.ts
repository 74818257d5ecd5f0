import { priceOf } from '#app/commerce/product.ts'
import type { RuleCheck } from './check.ts'
import type { Mend } from './finding.ts'
import type { LintedShop, RuleInShop } from './linted-shop.ts'

/**
 * On most of its pages everything that the rule offers costs more than the product itself. A merchant who asks for the
 * highest price first, or who says how much it may cost, means it.
 */
export const priceAbove: RuleCheck = {
  kind: 'price-above',
  about: 'pages',
  check(looked, shop) {
    const { rule, reached } = looked
    const { joins, sort } = rule.offer
    // What takes the product's place is meant to be more of it.
    if (rule.offer.instead || sort === 'highest-price' || joins.some(({ kind }) => kind === 'price-share')) return []
    const price = (index: number) => priceOf(shop.catalog.products[index]!) ?? 0
    const dear = reached.filter(({ page, offered }) => offered.every(({ index }) => price(index) > price(page)))
    if (dear.length * 2 <= reached.length) return []
    return [{ severity: 'hint', products: dear.map(({ page }) => page), of: reached.length, mend: mendOf(looked, shop) }]
  },
}

/** Bounds the price, where the rule then still has something to offer. */
function mendOf({ rule, pages }: RuleInShop, { resolver }: LintedShop): Mend | undefined {
  const joins = [...rule.offer.joins, { kind: 'price-share', percent: 100 } as const]
  const is = { ...rule, offer: { ...rule.offer, joins } }
  return pages.some((page) => resolver.offersOf(is, page).length > 0) ? { by: 'no-dearer', is } : undefined
}
