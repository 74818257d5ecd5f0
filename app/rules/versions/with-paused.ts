import type { RuleId } from '#app/commerce/ids.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'

/** A set in which some rules are drafts, and which of them were active; those that it lacks are none. */
export function withPaused(set: RuleSet, ids: ReadonlySet<RuleId>): { readonly set: RuleSet; readonly paused: readonly RuleId[] } {
  const paused = set.rules.filter(({ id, state }) => state === 'active' && ids.has(id)).map(({ id }) => id)
  const rules = set.rules.map((rule) => (paused.includes(rule.id) ? { ...rule, state: 'draft' as const } : rule))
  return { set: { ...set, rules }, paused }
}
