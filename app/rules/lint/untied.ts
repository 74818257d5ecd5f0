import type { RuleCheck } from './check.ts'
import { toDraft } from './finding.ts'
import { lackingData } from './lacking-data.ts'
import { pagesKeptApart } from './pages-kept-apart.ts'
import { pagesOfItself } from './pages-of-itself.ts'

/** What the rule may offer and what it is about are there, and know all that they must know, but are never tied. */
export const untied: RuleCheck = {
  kind: 'untied',
  about: 'pages',
  check(looked, shop) {
    const { rule, pages, offerable, reached } = looked
    if (pages.length === 0 || offerable.count() === 0 || reached.length > 0) return []
    const isLackingAll = lackingData(looked, shop.catalog).some(({ products, of }) => products.length === of)
    if (isLackingAll || pagesOfItself(looked, shop.catalog).length + pagesKeptApart(looked, shop).length > 0) return []
    return [{ severity: 'warning', path: 'offer.joins', products: pages, mend: toDraft(rule) }]
  },
}
