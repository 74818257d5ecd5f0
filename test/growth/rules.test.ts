import { expect, it } from 'vitest'
import { noCompanions } from '#app/models/pairs/companions.ts'
import { lintShop } from '#app/rules/lint/lint-shop.ts'
import { lintedShop } from '#app/rules/lint/linted-shop.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { diffSlots } from '#app/slots/diff/diff-slots.ts'
import { aProduct } from '../a/product.ts'
import { aSet } from '../a/rule-set.ts'
import { aRule, everything } from '../a/rule.ts'
import { aCatalog } from '../a/shop.ts'
import { growth } from './growth.ts'

const catalog = aCatalog(...Array.from({ length: 13 }, (_, at) => aProduct(at + 1)))
const evidence = { sales: new Map(), companions: noCompanions }

/** Each of them offers every product at a moment of its own, so that every page has all that they offer. */
function rulesOf(count: number, { priority = 50, stop = false } = {}): RuleSet {
  const rules = Array.from({ length: count }, (_, at) =>
    aRule({
      id: `rule-${at}`,
      priority,
      stop,
      when: { kind: 'all', of: [everything, { kind: 'cart-lines', atLeast: at + 1, atMost: null }] },
    }),
  )
  return aSet({ rules: rules.sort((a, b) => (a.id < b.id ? -1 : 1)) })
}

/** A machine has its moods, and memory its steps. What is quadratic in rules takes a hundred times as long. */
const ENOUGH = 30

it('ten times the rules take about ten times the time to be looked through', async () => {
  const look = (set: RuleSet) => lintShop(lintedShop(set, catalog, resolveRules(set.rules, catalog, evidence, set)))
  expect(await growth((count) => rulesOf(count), look, ENOUGH)).toBeLessThan(ENOUGH)
})

it('and to be compared with what the shop shows, also where each says when those after it have no turn', async () => {
  const compare = ([before, after]: readonly [RuleSet, RuleSet]) => diffSlots(before, after, { catalog, ...evidence, model: '' })
  expect(
    await growth((count) => [rulesOf(count, { stop: true }), rulesOf(count, { stop: true, priority: 51 })] as const, compare, ENOUGH),
  ).toBeLessThan(ENOUGH)
})
