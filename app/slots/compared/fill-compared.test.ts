import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RuleId } from '#app/commerce/ids.ts'
import { withOther } from '#app/rules/compared-set.ts'
import { aProduct } from '../../../test/a/product.ts'
import { anyRules } from '../../../test/a/any-rule.ts'
import { anySet, aSet } from '../../../test/a/rule-set.ts'
import { aRule, ofType } from '../../../test/a/rule.ts'
import { aCatalog, anyBusyCatalog } from '../../../test/a/shop.ts'
import { sourcesOf } from '../../../test/a/slots.ts'
import { cardsOf } from '../diff/diff-slots.ts'
import type { Card } from '../slot.ts'
import { fillCompared } from './fill-compared.ts'
import { fillerOf } from '../fill-placements.ts'

const [A, B] = ['compared-a', 'compared-b'] as RuleId[] as [RuleId, RuleId]

const rulesOf = ({ reason, otherwise = [] }: Card) =>
  [reason, ...otherwise.map((one) => one.reason)].flatMap((one) => (one.by === 'rule' ? [one.rule] : []))

it('with any shop, set and pair of rules no product stands twice for whoever sees the second; open slots and other pages stay', () => {
  let changed = 0
  fc.assert(
    fc.property(anyBusyCatalog, anySet, anyRules, (catalog, set, [one, two]) => {
      const a = { ...(one ?? aRule()), id: A, state: 'active' as const }
      const b = { ...(two ?? aRule({ where: ofType('Toy') })), id: B, state: 'draft' as const }
      const live = { ...set, rules: [...set.rules, a] }
      const other = withOther(live, a, b)
      if (!other) return
      const [shown, compared] = [sourcesOf(live, catalog), sourcesOf(other, catalog)]
      const filler = fillerOf(live, shown)
      for (const index of catalog.products.keys()) {
        const beside = filler.beside(index)
        const slots = beside.find(({ placement }) => placement === 'product-page')!.slots
        const found = fillCompared(index, beside, other, compared)
        const seen = slots.map((slot, at) => found?.[at] ?? slot)
        const products = seen.flatMap(({ slot }) => cardsOf(slot).map(({ product }) => product))
        expect(new Set(products).size).toBe(products.length)
        if (!found) continue
        changed += 1
        for (const [at, slot] of found.entries()) if (slots[at]!.lock === 'open') expect(slot).toBeNull()
        for (const { slot } of seen.filter(({ lock }) => lock !== 'open')) expect(cardsOf(slot).flatMap(rulesOf)).not.toContain(A)
      }
    }),
    { numRuns: 150 },
  )
  expect(changed).toBeGreaterThan(50)
})

it('fills the page as if the second were the first, and says nothing of pages that neither reaches', () => {
  const catalog = aCatalog(
    aProduct(1, { type: 'Toy' }),
    aProduct(2, { type: 'Batteries' }),
    aProduct(3, { type: 'Packs' }),
    aProduct(4, { type: 'Lamp' }),
  )
  const a = aRule({ id: A, when: ofType('Toy'), where: ofType('Batteries') })
  const b = aRule({ id: B, when: ofType('Toy'), where: ofType('Packs'), state: 'draft' })
  const live = aSet({ rules: [a] })
  const other = withOther(live, a, b)!
  const filler = fillerOf(live, sourcesOf(live, catalog))
  const on = (index: number) => fillCompared(index, filler.beside(index), other, sourcesOf(other, catalog))
  expect(on(0)?.map((slot) => slot && cardsOf(slot.slot).map(({ product, reason }) => [product, reason]))).toEqual([
    [[3, { by: 'rule', rule: B, name: 'A rule' }]],
  ])
  expect([1, 2, 3].map(on)).toEqual([undefined, undefined, undefined])
})
