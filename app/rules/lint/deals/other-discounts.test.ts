import { expect, it } from 'vitest'
import { noCompanions } from '#app/models/pairs/companions.ts'
import type { OtherDiscount } from '#app/offers/other-discount.ts'
import { lintedShop } from '#app/rules/lint/linted-shop.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import { aProduct } from '../../../../test/a/product.ts'
import { aSet } from '../../../../test/a/rule-set.ts'
import { aRule, ofType } from '../../../../test/a/rule.ts'
import { aCatalog } from '../../../../test/a/shop.ts'
import { otherDiscounts } from './other-discounts.ts'

const catalog = aCatalog(aProduct(1, { type: 'Laptop' }), aProduct(2, { type: 'Sleeve' }))
const other = (of: OtherDiscount['of'], besideProducts: boolean): OtherDiscount => ({ title: `Own, off ${of}`, of, besideProducts })

function found(combines: { order: boolean; shipping: boolean } | undefined, ...others: OtherDiscount[]) {
  const discount = combines && ({ kind: 'percent', off: 1_000, combines } as const)
  const rule = aRule({ when: ofType('Laptop'), where: ofType('Sleeve'), ...(discount && { discount }) })
  const set = { ...aSet(), rules: [rule] }
  const shop = lintedShop(set, catalog, resolveRules(set.rules, catalog, { sales: new Map(), companions: noCompanions }, set), others)
  return otherDiscounts.check(shop.look(rule), shop).map(({ severity, as, names }) => [severity, as, names?.length])
}

const [both, neither] = [
  { order: true, shipping: true },
  { order: false, shipping: false },
]

it('tells of each discount of the shop’s own what a rule’s does not go with', () => {
  expect(found(both, other('product', false))).toEqual([['warning', 'alone', 1]])
  expect(found(both, other('product', true))).toEqual([['hint', 'line', 1]])
  for (const of of ['order', 'shipping'] as const) {
    expect(found(both, other(of, true))).toEqual([])
    expect(found(both, other(of, false))).toEqual([['hint', of, 1]])
    expect(found(neither, other(of, true), other(of, true))).toEqual([['hint', of, 1]])
  }
})

it('says nothing of a rule that takes nothing off', () => {
  expect(found(undefined, other('product', false), other('order', false), other('shipping', false))).toEqual([])
})
