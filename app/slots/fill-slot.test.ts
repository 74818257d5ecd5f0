import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalog } from '#app/catalog/catalog.ts'
import { whyIneligible } from '#app/catalog/eligible.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { LOCKS, type Lock } from '#app/commerce/placement.ts'
import { noCompanions, type Companions } from '#app/models/pairs/companions.ts'
import { NO_BOUNDS } from '#app/rules/bounds.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import type { Rule } from '#app/rules/rule.ts'
import { anyRules } from '../../test/a/any-rule.ts'
import { aProduct } from '../../test/a/product.ts'
import { aRule, ofType } from '../../test/a/rule.ts'
import { aCatalog, aCatalogIn, anyCatalog } from '../../test/a/shop.ts'
import { fillSlot } from './fill-slot.ts'
import { sourcesFor } from './shop-context.ts'
import { MOST_CARDS, SLOT_SIZE, type Card } from './slot.ts'

const noEvidence = { sales: new Map(), companions: noCompanions }
const standsAlways = ({ guard, otherwise = [] }: Card) => [guard, ...otherwise.map((one) => one.guard)].includes(undefined)
const counts = { together: 5, first: 10, second: 10, orders: 100 }
const says =
  (...products: number[]): Companions =>
  () =>
    products.map((product) => ({ product: product as ProductId, counts }))
const fill = (catalog: Catalog, rules: Rule[], companions: Companions, lock: Lock, index = 0, bounds = NO_BOUNDS) =>
  fillSlot(
    index,
    { placement: 'product-page', mix: { lock, sources: ['rules', 'bought-together'] }, adjust: [], taken: new Set() },
    {
      ...sourcesFor({ rules, placements: {}, ...bounds }, { catalog, sales: new Map(), companions, model: 'm1' }),
      resolver: resolveRules(rules, catalog, noEvidence, bounds),
    },
  )

const shop = aCatalog(aProduct(1, { type: 'Laptop' }), aProduct(2, { type: 'Sleeve' }), aProduct(3), aProduct(4, { available: false }))
const sleeves = aRule({ id: 'sleeves', name: 'Sleeves', when: ofType('Laptop'), where: ofType('Sleeve') })

describe('fillSlot', () => {
  it.each([1, true])('offers what the merchant hides from searches (%j) where a rule does, and a model never', (hidden) => {
    const secret = aProduct(2, { type: 'Sleeve', metafields: { 'seo.hidden': hidden } })
    const shy = aCatalog(aProduct(1, { type: 'Laptop' }), secret, aProduct(3, { metafields: { 'seo.hidden': 0 } }))
    const of = (rules: Rule[], lock: Lock) => {
      const slot = fill(shy, rules, says(2, 3), lock)
      return slot.kind === 'filled' ? slot.cards.map(({ product, reason }) => [product, reason.by]) : slot.why
    }
    expect(of([], 'open')).toEqual([[3, 'bought-together']])
    expect(of([sleeves], 'open')).toEqual([
      [2, 'rule'],
      [3, 'bought-together'],
    ])
    for (const lock of ['locked', 'assisted'] as const) expect(of([sleeves], lock)).toEqual([[2, 'rule']])
  })

  it('puts the rules first and a model behind them, each with its reason, in an open slot', () => {
    expect(fill(shop, [sleeves], says(2, 3, 1, 4, 99), 'open')).toEqual({
      kind: 'filled',
      cards: [
        { product: 2, reason: { by: 'rule', rule: 'sleeves', name: 'Sleeves' } },
        { product: 3, reason: { by: 'bought-together', model: 'm1', counts } },
      ],
    })
  })

  it('says why it holds nothing', () => {
    expect(fill(shop, [], says(2, 3), 'locked')).toEqual({ kind: 'nothing', why: 'no-rule-offers' })
    expect(fill(shop, [], says(2, 3), 'assisted')).toEqual({ kind: 'nothing', why: 'no-rule-offers' })
    expect(fill(shop, [], noCompanions, 'open')).toEqual({ kind: 'nothing', why: 'no-rule-and-too-little-evidence' })
    expect(fill(shop, [sleeves], says(2, 3), 'off')).toEqual({ kind: 'nothing', why: 'off' })
    expect(fill(shop, [sleeves], says(2, 3), 'open', 99)).toEqual({ kind: 'nothing', why: 'page-not-shown' })
    expect(fill(aCatalog(aProduct(1, { published: false }), aProduct(2)), [aRule()], noCompanions, 'open')).toEqual({
      kind: 'nothing',
      why: 'page-not-shown',
    })
  })
})

describe('a slot in a shop that sells in markets', () => {
  const lacking = (...lacks: number[]) => ({ handle: 'CA ', name: 'Canada', lacks: lacks as ProductId[] })

  it('says of each card which markets do not sell it, and has others for them', () => {
    const products = Array.from({ length: 20 }, (_, at) => aProduct(at + 1))
    const slot = fill(aCatalogIn([lacking(2, 3)], products), [aRule({ most: 20 })], noCompanions, 'locked')
    const cards = slot.kind === 'filled' ? slot.cards : []
    expect(cards.slice(0, 3).map(({ product, notIn }) => [product, notIn])).toEqual([
      [2, ['ca']],
      [3, ['ca']],
      [4, undefined],
    ])
    expect(cards).toHaveLength(SLOT_SIZE + 2)
  })
})

describe('fillSlot, on random shops, rules and models', () => {
  const anyCompanions = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 20 }).map((ids) => says(...ids))

  it('holds, locked, nothing that no rule chose', () => {
    fc.assert(
      fc.property(anyCatalog, anyRules, anyCompanions, (catalog, rules, companions) => {
        const resolver = resolveRules(rules, catalog, noEvidence, NO_BOUNDS)
        for (const index of catalog.products.keys()) {
          const slot = fill(catalog, rules, companions, 'locked', index)
          const chosen = resolver.offersFor(index, 'product-page').map((offer) => catalog.products[offer.index]!.id)
          if (slot.kind === 'filled')
            expect(slot.cards.map(({ product }) => product)).toEqual([...new Set(chosen)].slice(0, slot.cards.length))
          expect(fill(catalog, rules, noCompanions, 'locked', index)).toEqual(slot)
        }
      }),
    )
  })

  it('never holds the product itself, a repeat, or what may not be offered', () => {
    fc.assert(
      fc.property(anyCatalog, anyRules, anyCompanions, fc.constantFrom(...LOCKS), (catalog, rules, companions, lock) => {
        for (const [index, { id }] of catalog.products.entries()) {
          const slot = fill(catalog, rules, companions, lock, index)
          const products = slot.kind === 'filled' ? slot.cards.map(({ product }) => product) : []
          expect(products).not.toContain(id)
          expect(new Set(products).size).toBe(products.length)
          expect(products.length).toBeLessThanOrEqual(MOST_CARDS)
          const always = slot.kind === 'filled' ? slot.cards.filter((card) => standsAlways(card)) : []
          expect(always.length).toBeLessThanOrEqual(SLOT_SIZE)
          for (const product of products) expect(whyIneligible(catalog.products[catalog.indexOf(product)!]!)).toBeUndefined()
        }
      }),
    )
  })
})
