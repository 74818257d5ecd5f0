import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Rule } from '#app/rules/rule.ts'
import { anySet, anyTwoSets } from '../../../test/a/rule-set.ts'
import { ruleChanges, settingsDiffer } from './rule-changes.ts'

it('finds no change just where two sets are equal', () => {
  fc.assert(
    fc.property(anyTwoSets, ([one, other]) => {
      const same = ruleChanges(one, other).length === 0 && !settingsDiffer(one, other)
      expect(same).toBe(JSON.stringify(one) === JSON.stringify(other))
    }),
  )
  fc.assert(fc.property(anySet, (set) => ruleChanges(set, structuredClone(set)).length === 0))
})

it('leads from one set to the other, and turned around, back', () => {
  fc.assert(
    fc.property(anyTwoSets, ([one, other]) => {
      const rules = new Map<string, Rule>(one.rules.map((rule) => [rule.id, rule]))
      for (const change of ruleChanges(one, other)) {
        if (change.kind !== 'added') expect(rules.get(change.before.id)).toEqual(change.before)
        if (change.kind === 'removed') rules.delete(change.before.id)
        else rules.set(change.after.id, change.after)
      }
      expect([...rules.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(other.rules)
    }),
  )
})
