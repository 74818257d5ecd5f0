import fc from 'fast-check'
import { LOCKS } from '#app/commerce/placement.ts'
import { EMPTY_SET, type RuleSet } from '#app/rules/rule-set.ts'
import { aRule, ofType } from './rule.ts'
import { TYPES } from './shop.ts'
import { anyBounds, anyRules } from './any-rule.ts'

/** Random sets, whose rules share ids with those of others. */
export const anySet: fc.Arbitrary<RuleSet> = fc
  .record({ rules: anyRules, bounds: anyBounds, lock: fc.constantFrom(...LOCKS) })
  .map(({ rules, bounds, lock }) => ({ rules, ...bounds, locks: { 'product-page': lock } }))

/** Sets that fill most slots, and keep two types apart. */
export const anyBusySet: fc.Arbitrary<RuleSet> = fc
  .tuple(anySet, fc.constantFrom(...TYPES), fc.constantFrom(...TYPES))
  .map(([set, one, other]) => ({
    ...set,
    rules: [...set.rules, aRule({ id: 'rule-of-all' })],
    neverTogether: [...set.neverTogether, { one: ofType(one), other: ofType(other) }],
  }))

/** A set and another that differs in few decisions, or in none. */
export const anyTwoSets: fc.Arbitrary<readonly [RuleSet, RuleSet]> = fc
  .tuple(anySet, anySet, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), fc.boolean(), fc.boolean(), fc.boolean())
  .map(([one, other, kept, keepsExclusion, keepsPairs, keepsLocks]) => {
    const stays = ({ id }: { id: string }) => kept[Number(id.split('-').at(-1))]
    const rules = [...one.rules.filter(stays), ...other.rules.filter((rule) => !stays(rule))].sort((a, b) => (a.id < b.id ? -1 : 1))
    const { exclusion } = keepsExclusion ? one : other
    const { neverTogether } = keepsPairs ? one : other
    const { locks } = keepsLocks ? one : other
    return [one, { rules, exclusion, neverTogether, locks }]
  })

/** Nothing decided but for what is named. */
export const aSet = (part: Partial<RuleSet> = {}): RuleSet => ({ ...EMPTY_SET, ...part })
export const aSetOf = (...rules: Parameters<typeof aRule>[0][]): RuleSet => aSet({ rules: rules.map((rule) => aRule(rule)) })
