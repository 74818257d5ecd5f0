import fc from 'fast-check'
import { LOCKS } from '#app/commerce/placement.ts'
import { EMPTY_SET, type RuleSet } from '#app/rules/rule-set.ts'
import { aRule } from './rule.ts'
import { anyCondition, anyRules } from './any-rule.ts'

/** Random sets, whose rules share ids with those of others. */
export const anySet: fc.Arbitrary<RuleSet> = fc
  .record({ rules: anyRules, exclusion: fc.option(anyCondition), lock: fc.constantFrom(...LOCKS) })
  .map(({ rules, exclusion, lock }) => ({ rules, exclusion, locks: { 'product-page': lock } }))

/** A set and another that differs in few decisions, or in none. */
export const anyTwoSets: fc.Arbitrary<readonly [RuleSet, RuleSet]> = fc
  .tuple(anySet, anySet, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), fc.boolean(), fc.boolean())
  .map(([one, other, kept, keepsExclusion, keepsLocks]) => {
    const stays = ({ id }: { id: string }) => kept[Number(id.split('-').at(-1))]
    const rules = [...one.rules.filter(stays), ...other.rules.filter((rule) => !stays(rule))].sort((a, b) => (a.id < b.id ? -1 : 1))
    return [one, { rules, exclusion: (keepsExclusion ? one : other).exclusion, locks: (keepsLocks ? one : other).locks }]
  })

/** Nothing decided but for what is named. */
export const aSet = (part: Partial<RuleSet> = {}): RuleSet => ({ ...EMPTY_SET, ...part })
export const aSetOf = (...rules: Parameters<typeof aRule>[0][]): RuleSet => aSet({ rules: rules.map((rule) => aRule(rule)) })
