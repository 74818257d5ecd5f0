import type { RuleSet } from '#app/rules/rule-set.ts'
import type { Rule } from '#app/rules/rule.ts'
import { isSame } from './is-same.ts'

/** A rule that differs between two sets; one side is absent where the rule is. */
export type RuleChange =
  | { readonly kind: 'added'; readonly after: Rule }
  | { readonly kind: 'removed'; readonly before: Rule }
  | { readonly kind: 'changed'; readonly before: Rule; readonly after: Rule }

/** The rules in which two sets differ, in the order of their ids. */
export function ruleChanges(before: RuleSet, after: RuleSet): RuleChange[] {
  const [old, now] = [byId(before), byId(after)]
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((id): RuleChange[] => {
    const [was, is] = [old.get(id), now.get(id)]
    if (!was) return [{ kind: 'added', after: is! }]
    if (!is) return [{ kind: 'removed', before: was }]
    return isSame(was, is) ? [] : [{ kind: 'changed', before: was, after: is }]
  })
}

const byId = ({ rules }: RuleSet): Map<string, Rule> => new Map(rules.map((rule) => [rule.id, rule]))

/** How many decisions differ between two sets; what holds for the whole shop, beside its rules, is one. */
export function countChanges(before: RuleSet, after: RuleSet): number {
  return ruleChanges(before, after).length + Number(settingsDiffer(before, after))
}

/** Whether two sets differ in what holds for the whole shop, beside its rules. */
export function settingsDiffer({ rules: _, ...before }: RuleSet, { rules: __, ...after }: RuleSet): boolean {
  return !isSame(before, after)
}
