import type { RuleCheck } from './check.ts'
import { toDraft } from './finding.ts'

/** No page is what the rule asks for: it can never show. */
export const deadTrigger: RuleCheck = {
  kind: 'dead-trigger',
  about: 'pages',
  check({ rule, pages }, { pagesWhere }) {
    if (pages.length > 0) return []
    const { when } = rule
    const at = when.kind === 'all' ? when.of.findIndex((part) => pagesWhere(part).length === 0) : -1
    return [{ severity: 'warning', path: at === -1 ? 'when' : `when.of.${at}`, mend: toDraft(rule) }]
  },
}
