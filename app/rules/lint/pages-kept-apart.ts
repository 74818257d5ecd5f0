import { tieTo } from '#app/rules/joins/tie-to.ts'
import type { LintedShop, RuleInShop } from './linted-shop.ts'

/** The pages of a rule that get nothing of it because the shop's settings keep apart what it ties to them. */
export function pagesKeptApart({ rule, pages, offerable, reached }: RuleInShop, { catalog, resolver }: LintedShop): number[] {
  const { products } = catalog
  const reaches = new Set(reached.map(({ page }) => page))
  return pages.filter((page) => {
    const barrier = resolver.barrierOf(page)
    if (reaches.has(page) || barrier.name === '') return false
    const tie = tieTo(products[page]!, rule.offer.joins)
    if (tie.kind === 'nothing') return false
    return [...offerable].some((offered) => offered !== page && barrier.bars(offered) && tie.isTied(products[offered]!))
  })
}
