import type { RuleCheck } from './check.ts'
import { toDraft } from './finding.ts'
import { pagesKeptApart } from './pages-kept-apart.ts'

/** On most of its pages what the rule would offer is what the settings never let stand there. A few such pages are an exception that is meant. */
export const neverTogether: RuleCheck = {
  kind: 'never-together',
  about: 'pages',
  check(looked, shop) {
    const { rule, pages, reached } = looked
    const apart = pagesKeptApart(looked, shop)
    if (apart.length <= reached.length) return []
    const isAll = reached.length === 0
    return [{ severity: isAll ? 'warning' : 'hint', products: apart, of: pages.length, mend: isAll ? toDraft(rule) : undefined }]
  },
}
