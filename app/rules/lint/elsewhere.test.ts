import { expect, it } from 'vitest'
import { noCompanions } from '#app/models/pairs/companions.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import { aProduct } from '../../../test/a/product.ts'
import { aRule, ofType } from '../../../test/a/rule.ts'
import { aCatalog } from '../../../test/a/shop.ts'
import { EMPTY_SET } from '../rule-set.ts'
import { lintShop } from './lint-shop.ts'
import { lintedShop } from './linted-shop.ts'

it('finds no rule shadowed that speaks for other pages than a product’s', () => {
  const catalog = aCatalog(aProduct(1, { type: 'Laptop' }), aProduct(2, { type: 'Care' }))
  const rule = aRule({ id: 'care', when: ofType('Laptop'), where: ofType('Care'), at: ['thank-you', 'order-status'] })
  const set = { ...EMPTY_SET, rules: [rule] }
  const resolver = resolveRules(set.rules, catalog, { sales: new Map(), companions: noCompanions }, set)
  expect(lintShop(lintedShop(set, catalog, resolver)).map(({ kind }) => kind)).not.toContain('shadowed')
})
