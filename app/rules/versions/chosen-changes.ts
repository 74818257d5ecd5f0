import type { RuleSet } from '#app/rules/rule-set.ts'

/** Which of the changes that wait are wanted: rules by their ids, and the settings as a whole. */
export interface ChosenChanges {
  readonly rules: readonly string[]
  readonly settings: boolean
}

/** What stands once of all that differs between two sets only the chosen changes are made. Its rules are in the order of their ids. */
export function withChosen(before: RuleSet, after: RuleSet, { rules, settings }: ChosenChanges): RuleSet {
  const chosen = new Set(rules)
  const kept = before.rules.filter(({ id }) => !chosen.has(id))
  const made = after.rules.filter(({ id }) => chosen.has(id))
  const { rules: _, ...rest } = settings ? after : before
  return { ...rest, rules: [...kept, ...made].sort((a, b) => (a.id < b.id ? -1 : 1)) }
}
