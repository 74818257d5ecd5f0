import { ruleChanges, settingsDiffer } from '#app/rules/rule-changes.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'

/** How many decisions differ between two sets, in words; undefined where none does. The settings are one. */
export function countChanges(before: RuleSet, after: RuleSet): string | undefined {
  const changes = ruleChanges(before, after).length + Number(settingsDiffer(before, after))
  if (changes === 0) return undefined
  return changes === 1 ? '1 change' : `${changes} changes`
}
