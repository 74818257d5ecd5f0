import type { Catalog } from '#app/catalog/catalog.ts'
import { tieTo } from '#app/rules/joins/tie-to.ts'
import type { RuleInShop } from './linted-shop.ts'

/** The pages of a rule on which it has nothing to offer but the page's own product. */
export function pagesOfItself({ rule, pages, offerable, reached }: RuleInShop, { products }: Catalog): number[] {
  if (rule.offer.instead === 'subscription') return []
  const reaches = new Set(reached.map(({ page }) => page))
  return pages.filter((page) => {
    if (reaches.has(page) || !offerable.has(page)) return false
    const tie = tieTo(products[page]!, rule.offer.joins)
    return tie.kind === 'tie' && tie.isTied(products[page]!)
  })
}
