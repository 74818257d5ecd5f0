import type { RuleSet } from '#app/rules/rule-set.ts'
import { countChanges } from '#app/rules/versions/rule-changes.ts'

/** How many decisions differ between two sets, in words; undefined where none does. */
export function sayChanges(before: RuleSet, after: RuleSet): string | undefined {
  const changes = countChanges(before, after)
  if (changes === 0) return undefined
  return changes === 1 ? '1 change' : `${changes} changes`
}
