import fc from 'fast-check'
import { EVERY_PLACEMENT, LOCKS, type SlotMix } from '#app/commerce/placement.ts'
import { onlyDecided } from '#app/rules/mix.ts'
import { EMPTY_SET, type RuleSet } from '#app/rules/rule-set.ts'
import { aRule, ofType } from './rule.ts'
import { TYPES } from './shop.ts'
import { anyBounds, anyRules } from './any-rule.ts'

const anySlot: fc.Arbitrary<SlotMix> = fc.record({
  lock: fc.constantFrom(...LOCKS),
  sources: fc.constantFrom(['rules', 'bought-together'] as const, ['bought-together', 'rules'] as const, ['bought-together'] as const),
})
const anyMix = fc.array(anySlot, { minLength: 1, maxLength: 3 }).map((slots) => ({ slots, adjust: [] }))
const anyAt = fc.option(fc.subarray([...EVERY_PLACEMENT], { minLength: 1 }), { freq: 1, nil: undefined })

/** Random sets, whose rules share ids with those of others. */
export const anySet: fc.Arbitrary<RuleSet> = fc
  .record({
    rules: anyRules,
    ats: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, anyAt), { minLength: 5, maxLength: 5 }),
    bounds: anyBounds,
    page: anyMix,
    cart: fc.option(anyMix, { nil: undefined }),
  })
  .map(({ rules, ats, bounds, page, cart }) => ({
    rules: rules.map((rule, nth) => (ats[nth] ? { ...rule, at: ats[nth] } : rule)),
    ...bounds,
    placements: onlyDecided({ 'product-page': page, 'cart-page': cart }),
  }))

/** The one slot of product pages, filled in such a way. */
export const pageMix = (lock: SlotMix['lock'], ...sources: SlotMix['sources']) =>
  onlyDecided({ 'product-page': { slots: [{ lock, sources: sources.length > 0 ? sources : ['rules', 'bought-together'] }], adjust: [] } })

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
    const { placements } = keepsLocks ? one : other
    return [one, { rules, exclusion, neverTogether, placements }]
  })

/** Nothing decided but for what is named. */
export const aSet = (part: Partial<RuleSet> = {}): RuleSet => ({ ...EMPTY_SET, ...part })
export const aSetOf = (...rules: Parameters<typeof aRule>[0][]): RuleSet => aSet({ rules: rules.map((rule) => aRule(rule)) })
