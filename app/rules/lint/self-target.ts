import type { Fact } from '#app/rules/conditions/kinds.ts'
import type { RuleCheck } from './check.ts'
import { toDraft } from './finding.ts'
import { pagesOfItself } from './pages-of-itself.ts'
import { narrow } from './narrow.ts'

/**
 * On most of its pages the rule has nothing to offer but the product itself. A single such page is no fault: beside
 * everything a gift box may be offered, only not beside the gift box.
 */
export const selfTarget: RuleCheck = {
  kind: 'self-target',
  about: 'pages',
  check(looked, { catalog }) {
    const { rule, pages, reached } = looked
    const own = pagesOfItself(looked, catalog)
    if (own.length <= reached.length) return []
    const not = { kind: 'not', of: { kind: 'product', ids: own.map((index) => catalog.products[index]!.id) } } as const
    return [
      {
        severity: reached.length === 0 ? 'warning' : 'hint',
        products: own,
        of: pages.length,
        mend: reached.length === 0 ? toDraft(rule) : { by: 'not-beside-itself', is: { ...rule, when: narrow<Fact>(rule.when, not) } },
      },
    ]
  },
}
