import type { RuleId } from '#app/commerce/ids.ts'
import { listPart } from '#app/platform/list-part.ts'
import type { SentenceContext } from '#app/rules/conditions/say.ts'
import { lintRule } from '#app/rules/lint/lint-shop.ts'
import type { LintedShop } from '#app/rules/lint/linted-shop.ts'
import { inPlace } from '#app/rules/resolve/resolve.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { sayRule } from '#app/rules/sentence.ts'
import { MOST_EDITS } from '#app/rules/versions/rule-edit.ts'
import { ruleChanges } from '#app/rules/versions/rule-changes.ts'
import type { RuleFilter } from './rule-filter.tsx'
import type { ListedRule } from './rule-row.tsx'

const PER_PART = 50

interface Asked {
  readonly sought: string
  /** Counted from 1; a part beyond the last is the last. */
  readonly part: number
  readonly filter: RuleFilter
}

interface Known {
  /** What the shop shows. */
  readonly live: RuleSet
  readonly linted: LintedShop
  readonly changedAt: ReadonlyMap<RuleId, Date>
}

/**
 * One part of the rules whose name or sentence holds what is sought, in the order in which they come, and the ids of all of them where
 * they can be changed at once.
 */
export function rulesPage(set: RuleSet, { live, linted, changedAt }: Known, { sought, part, filter }: Asked, context: SentenceContext) {
  const differing = new Map(ruleChanges(live, set).flatMap((change) => ('after' in change ? [[change.after.id, change.kind]] : [])))
  const wanted = sought.toLowerCase()
  const found = inPlace(set.rules)
    .filter((rule) => filter === 'all' || (filter === 'changed' ? differing.has(rule.id) : rule.state === filter))
    .filter((rule) => wanted === '' || `${rule.name}\n${sayRule(rule, context)}`.toLowerCase().includes(wanted))
  const { from, to, ...shown } = listPart(found.length, part, PER_PART)
  return {
    ...shown,
    found: found.length > MOST_EDITS ? [] : found.map(({ id }) => id),
    rules: found.slice(from, to).map((rule): ListedRule => {
      const kind = differing.get(rule.id)
      return {
        id: rule.id,
        name: rule.name,
        state: rule.state,
        priority: rule.priority,
        sentence: sayRule(rule, context),
        pages: linted.look(rule).reached.length,
        findings: rule.state === 'active' ? lintRule(rule, linted).length : 0,
        since: kind === 'added' ? 'new' : kind ? 'changed' : 'same',
        at: (changedAt.get(rule.id) ?? new Date(0)).toISOString(),
      }
    }),
  }
}
