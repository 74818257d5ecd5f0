import { describe, expect, it } from 'vitest'
import { NO_BOUNDS } from '#app/rules/bounds.ts'
import { readRule } from '#app/rules/read-rule.ts'
import { aProduct } from '../../../test/a/product.ts'
import { aRule, ofType } from '../../../test/a/rule.ts'
import { aCatalog } from '../../../test/a/shop.ts'
import { resolveRules } from './resolve.ts'

const INK = 0
const noEvidence = { sales: new Map(), companions: () => [] }
const catalog = () =>
  aCatalog(aProduct(1, { type: 'Ink' }), aProduct(2, { type: 'Ink', isGiftCard: true }), aProduct(3, { type: 'Printer' }))
const byPlan = aRule({ id: 'plan', when: ofType('Ink', 'Printer'), where: ofType('Ink'), instead: 'subscription' })
const resolverOf = (...rules: ReturnType<typeof aRule>[]) => resolveRules(rules, catalog(), noEvidence, NO_BOUNDS)

describe('a rule that offers the same product by subscription', () => {
  it('offers it beside itself, in carts, where its conditions hold of it and it can be bought', () => {
    const resolver = resolverOf(byPlan)
    const offered = [0, 1, 2].map((index) => resolver.offersFor(index, 'cart-page').map((offer) => offer.index))
    expect(offered).toEqual([[INK], [], []])
    expect(resolver.offersFor(INK, 'product-page')).toEqual([])
  })

  it('follows the product when it changes', () => {
    const resolver = resolverOf(byPlan)
    resolver.offersFor(INK, 'cart-page')
    expect([...resolver.revise(INK, aProduct(1, { type: 'Pen' }), 0)]).toContain(INK)
    expect(resolver.offersFor(INK, 'cart-page')).toEqual([])
    resolver.revise(INK, aProduct(1, { type: 'Ink' }), 0)
    expect(resolver.offersFor(INK, 'cart-page')).toHaveLength(1)
  })

  it('is read whole, and refused where it is tied to something else or gives something off', () => {
    expect(readRule(byPlan)).toMatchObject({ kind: 'rule', rule: { offer: { instead: 'subscription' } } })
    const tied = { ...byPlan, offer: { ...byPlan.offer, joins: [{ kind: 'same-vendor' }] } }
    const nested = { ...byPlan, offer: { ...byPlan.offer, nest: true } }
    for (const rule of [tied, nested])
      expect(readRule(rule)).toMatchObject({ kind: 'refused', faults: [{ path: 'offer.instead', message: 'fault.subscription-alone' }] })
  })
})
