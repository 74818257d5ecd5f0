import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatMoney, type Minor } from '#app/commerce/money.ts'
import { noCompanions } from '#app/models/pairs/companions.ts'
import { NO_BOUNDS } from '#app/rules/bounds.ts'
import type { Condition, When } from '#app/rules/conditions/condition.ts'
import { holdsNow } from '#app/rules/conditions/holds.ts'
import { guardFor } from '#app/rules/resolve/guard.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import type { Rule } from '#app/rules/rule.ts'
import { sayRule } from '#app/rules/sentence.ts'
import english from '#app/wording/locales/en.json'
import { anyMoment, anyRules } from '../../test/a/any-rule.ts'
import { aProduct } from '../../test/a/product.ts'
import { aRule } from '../../test/a/rule.ts'
import { aCatalog, anyCatalog } from '../../test/a/shop.ts'
import { sayFrom } from './say.ts'

/** Names made to be mistaken: for each other, for the sentence's own words, for the end of a quote. */
const NAMES = [
  'a',
  'b',
  'A',
  'c d',
  'e f',
  'c d” or “e f',
  'a or b',
  'a, b',
  'or',
  'not a',
  'nothing',
  'no product at all',
  'a and tagged b',
  '”',
]
const TITLES = ['a', 'a', 'a (#1)', 'a” (#1)', 'a” or “b', 'b']

const goods = aCatalog(
  ...NAMES.map((name, at) =>
    aProduct(at + 1, { title: TITLES[at % TITLES.length]!, type: name, tags: [NAMES[(at * 3) % NAMES.length]!], vendor: name }),
  ),
)
const names = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 2 })
const trickyFact = fc.oneof(
  fc.record({ kind: fc.constantFrom('type' as const, 'tag' as const, 'vendor' as const), names }),
  fc.record({ kind: fc.constant('product' as const), ids: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 2 }) }),
) as fc.Arbitrary<Condition>
const tricky: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    { weight: 2, arbitrary: trickyFact },
    fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not' as const), of: tie('tree') }),
  ),
})).tree
const plain: Condition = { kind: 'type', names: ['a'] }
const trickyRule = fc.oneof(
  fc.record({ when: tricky as fc.Arbitrary<When> }).map(({ when }) => aRule({ when, where: plain })),
  fc.record({ where: tricky, except: fc.option(tricky, { freq: 3 }) }).map((part) => aRule({ ...part, when: plain })),
)

const context = (catalog: typeof goods) => ({
  say: sayFrom(english),
  catalog,
  money: (minor: number) => formatMoney(minor as Minor, 'EUR', 'en'),
})

const moments = fc.sample(anyMoment, { numRuns: 12, seed: 9 })

/** Everything that a rule does by itself in the shop at some moments. */
function behaviour(rule: Rule, catalog: typeof goods): string {
  const resolver = resolveRules([], catalog, { sales: new Map(), companions: noCompanions }, NO_BOUNDS)
  const beside = catalog.products.map((product, index) => {
    const guard = guardFor(rule.when, product, catalog.clock)
    const open = moments.map((moment) => (typeof guard === 'boolean' ? guard : holdsNow(guard, moment)))
    return open.includes(true) ? [open, resolver.offersOf(rule, index)] : []
  })
  return JSON.stringify([rule.stop, rule.fallback, beside])
}

function expectOneMeaning(rules: readonly Rule[], catalog: typeof goods): number {
  const meanings = new Map<string, string>()
  let alike = 0
  const bySentence = Map.groupBy(rules, (rule) => sayRule(rule, context(catalog)))
  for (const [sentence, sharing] of bySentence) {
    if (sharing.length === 1) continue
    alike += sharing.length - 1
    meanings.set(sentence, behaviour(sharing[0]!, catalog))
    const distinct = new Map(sharing.map((rule) => [JSON.stringify({ ...rule, id: null }), rule]))
    for (const rule of distinct.values()) expect([sentence, behaviour(rule, catalog)]).toEqual([sentence, meanings.get(sentence)])
  }
  return alike
}

it('never says the same of two rules that behave differently, of 20,000 whose names mislead', () => {
  // Far more pairs than that: few rules among many share a sentence at all.
  const rules = fc.sample(trickyRule, { numRuns: 20_000, seed: 7 })
  expect(expectOneMeaning(rules, goods)).toBeGreaterThan(100)
})

it('nor in 100,000 pairs of rules of every kind, each beside a neighbour that differs in one thing', () => {
  const shop = fc.sample(anyCatalog, { numRuns: 20, seed: 3 }).toSorted((a, b) => b.products.length - a.products.length)[0]!
  const rules = fc.sample(anyRules, { numRuns: 400, seed: 8 }).flat().slice(0, 300)
  const neighbours = rules.flatMap((rule, at) => [rule, differing(rule, rules[(at + 1) % rules.length]!, at)])
  expect((neighbours.length * (neighbours.length - 1)) / 2).toBeGreaterThan(100_000)
  expectOneMeaning(neighbours, shop)
})

/** The rule with one thing taken from another rule. */
function differing(rule: Rule, other: Rule, at: number): Rule {
  const parts = ['where', 'joins', 'except', 'sort', 'most', 'need'] as const
  const part = parts[at % (parts.length + 3)]
  // A subscription of the same product goes with no match and no need.
  const isAlone = rule.offer.instead === 'subscription' && (part === 'joins' || part === 'need')
  if (part) return isAlone ? rule : { ...rule, offer: { ...rule.offer, [part]: other.offer[part] } }
  const whole = (['when', 'stop', 'fallback'] as const)[at % 3]!
  return { ...rule, [whole]: other[whole] }
}
