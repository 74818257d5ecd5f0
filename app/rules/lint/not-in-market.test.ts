import { expect, it } from 'vitest'
import type { HeldMarket } from '#app/catalog/market.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { noCompanions } from '#app/models/pairs/companions.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import { aProduct } from '../../../test/a/product.ts'
import { aSet } from '../../../test/a/rule-set.ts'
import { aRule, ofType } from '../../../test/a/rule.ts'
import { aCatalogIn } from '../../../test/a/shop.ts'
import type { Rule } from '../rule.ts'
import { lintedShop } from './linted-shop.ts'
import { notInMarket } from './not-in-market.ts'

const products = [
  ...[1, 2, 3].map((id) => aProduct(id, { type: 'Lamp', tags: [`fits-${id}`] })),
  ...[11, 12, 13].map((id) => aProduct(id, { type: 'Bulb', tags: [`fits-${id - 10}`] })),
]
const market = (handle: string, ...lacks: number[]): HeldMarket => ({ handle, name: handle.toUpperCase(), lacks: lacks as ProductId[] })
const bulbs = aRule({ when: ofType('Lamp'), where: ofType('Bulb') })
const each = aRule({ when: ofType('Lamp'), where: ofType('Bulb'), joins: [{ kind: 'same-tag', prefix: 'fits-' }] })
const only = (rule: Rule, ...names: string[]) => ({ ...rule, when: { kind: 'all', of: [rule.when, { kind: 'market', names }] } }) as Rule

function found(rule: Rule, ...markets: HeldMarket[]) {
  const set = aSet({ rules: [rule] })
  const catalog = aCatalogIn(markets, products)
  const shop = lintedShop(set, catalog, resolveRules(set.rules, catalog, { sales: new Map(), companions: noCompanions }, set))
  return notInMarket
    .check(shop.look(rule), shop)
    .map(({ as, severity, names, products = [], of, mend }) => [as, severity, names, products.length, of, mend?.by])
}

it('finds where everything that is offered is sold in one market and not in another, and leaves the other out', () => {
  expect(found(bulbs, market('ca', 11, 12, 13), market('us', 1, 11, 12))).toEqual([['all', 'hint', ['CA'], 3, 3, 'not-in-market']])
})

it('tells markets that come to the same together', () => {
  expect(found(bulbs, market('ca', 11, 12, 13), market('jp', 11, 12, 13, 2), market('us'))).toEqual([
    ['all', 'hint', ['CA', 'JP'], 3, 3, 'not-in-market'],
  ])
})

it('warns where the rule shows in no other market: those are all, or all that it asks for', () => {
  expect(found(bulbs, market('ca', 11, 12, 13))).toEqual([['nowhere', 'warning', ['CA'], 3, 3, 'draft']])
  expect(found(only(bulbs, 'CA'), market('ca', 11, 12, 13), market('us'))).toEqual([['nowhere', 'warning', ['CA'], 3, 3, 'draft']])
  expect(found(only(bulbs, 'ca', 'us'), market('ca', 11, 12, 13), market('us'))).toEqual([['all', 'hint', ['CA'], 3, 3, 'not-in-market']])
})

it('finds most pages of a market, and leaves a few alone', () => {
  expect(found(each, market('ca', 11, 12), market('us'))).toEqual([['most', 'hint', ['CA'], 2, 3, undefined]])
  expect(found(each, market('ca', 11), market('us'))).toEqual([])
})

it('does not count the page of a product that the market lacks, nor a market that the rule leaves out', () => {
  expect(found(each, market('ca', 1, 2, 11, 12), market('us'))).toEqual([])
  const not = { kind: 'not', of: { kind: 'market', names: ['Ca'] } } as const
  expect(found({ ...bulbs, when: { kind: 'all', of: [bulbs.when, not] } }, market('ca', 11, 12, 13), market('us'))).toEqual([])
})
