import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noCompanions } from '#app/models/pairs/companions.ts'
import { NO_BOUNDS } from '#app/rules/bounds.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import { anyRules } from '../../../test/a/any-rule.ts'
import { aProduct } from '../../../test/a/product.ts'
import { aRule, ofType } from '../../../test/a/rule.ts'
import { aCatalog, anyCatalog, anyProduct } from '../../../test/a/shop.ts'
import { dealsOf, discountedRules } from './deals-beside.ts'
import { touchesDeals } from './touches-deals.ts'

const discount = { kind: 'percent', off: 1_000, combines: { order: false, shipping: false } } as const

test('what touches no rule with a discount changes no deal', () => {
  let untouched = 0
  fc.assert(
    fc.property(anyRules, anyCatalog, fc.nat(), anyProduct, (some, catalog, at, other) => {
      const rules = some.map((rule) => ({ ...rule, offer: { ...rule.offer, discount } }))
      const was = catalog.products[at % catalog.products.length]
      if (!was) return
      const now = { ...other, id: was.id }
      if (touchesDeals(discountedRules(rules), was, now, catalog.clock)) return
      untouched += 1
      const dealsIn = (products: typeof catalog.products) => {
        const held = { ...aCatalog(...products), clock: catalog.clock }
        const resolver = resolveRules(rules, held, { sales: new Map(), companions: noCompanions }, NO_BOUNDS)
        return dealsOf(discountedRules(rules), resolver, { currency: 'EUR', clock: catalog.clock, floor: 1_000 })
      }
      expect(dealsIn(catalog.products.map((one) => (one === was ? now : one)))).toEqual(dealsIn(catalog.products))
    }),
    { numRuns: 500 },
  )
  expect(untouched).toBeGreaterThan(20)
})

test('a product touches them as it was, and as it is', () => {
  const rules = discountedRules([aRule({ when: ofType('Laptop'), where: ofType('Sleeve'), discount })])
  const { clock } = aCatalog()
  const [mug, sleeve, laptop] = ['Mug', 'Sleeve', 'Laptop'].map((type) => aProduct(1, { type })) as [never, never, never]
  const touches = (before: never, after: never) => touchesDeals(rules, before, after, clock)
  expect([touches(mug, mug), touches(sleeve, mug), touches(mug, sleeve), touches(laptop, mug), touches(mug, laptop)]).toEqual([
    false,
    true,
    true,
    true,
    true,
  ])
})
