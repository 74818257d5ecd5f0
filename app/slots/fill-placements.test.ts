import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isHidden, whyIneligible } from '#app/catalog/eligible.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { BESIDE_A_PRODUCT, EVERY_PLACEMENT, LOCKS, PLACEMENTS, SOURCES, type SlotMix } from '#app/commerce/placement.ts'
import type { Companions } from '#app/models/pairs/companions.ts'
import { holds } from '#app/rules/conditions/holds.ts'
import { ADJUSTMENTS, onlyDecided } from '#app/rules/mix.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { speaksFor } from '#app/rules/rule.ts'
import { anyCondition } from '../../test/a/any-rule.ts'
import { aProduct } from '../../test/a/product.ts'
import { anySet, aSet } from '../../test/a/rule-set.ts'
import { aRule, ofType } from '../../test/a/rule.ts'
import { aCatalog, anyBusyCatalog } from '../../test/a/shop.ts'
import { COUNTS } from '../../test/a/slots.ts'
import { cardsOf } from './diff/diff-slots.ts'
import { fillerOf } from './fill-placements.ts'
import { sourcesFor } from './shop-context.ts'
import type { Card } from './slot.ts'

const companions: Companions = (product) => [1, 2, 3, 7].map((step) => ({ product: ((product + step) % 30) as ProductId, counts: COUNTS }))

const anySlot: fc.Arbitrary<SlotMix> = fc.record({ lock: fc.constantFrom(...LOCKS), sources: fc.shuffledSubarray([...SOURCES]) })
const anyMix = fc.record({
  slots: fc.array(anySlot, { minLength: 1, maxLength: 3 }),
  adjust: fc.array(fc.record({ kind: fc.constantFrom(...ADJUSTMENTS), where: anyCondition }), { maxLength: 3 }),
})
/** Sets with a random mix at every placement. */
const anyMixedSet: fc.Arbitrary<RuleSet> = fc
  .tuple(anySet, fc.array(anyMix, { minLength: EVERY_PLACEMENT.length, maxLength: EVERY_PLACEMENT.length }))
  .map(([set, mixes]) => ({ ...set, placements: onlyDecided(Object.fromEntries(EVERY_PLACEMENT.map((one, at) => [one, mixes[at]]))) }))
const anySales = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 9 })))
  .map((all) => new Map(all as [ProductId, number][]))

const authorsOf = ({ reason, otherwise = [] }: Card) => [reason, ...otherwise.map((one) => one.reason)]

describe('every placement, on random shops, mixes and rules', () => {
  it('holds, locked or assisted, nothing but what a rule chose that speaks for it; no product twice; nothing that may not be offered', () => {
    let [filled, itself] = [0, 0]
    fc.assert(
      fc.property(anyBusyCatalog, anyMixedSet, anySales, (catalog, set, sales) => {
        const sources = sourcesFor(set, { catalog, sales, companions, model: 'm1' })
        const filler = fillerOf(set, sources)
        const pages = [undefined, ...catalog.products.keys()]
        for (const index of catalog.products.keys())
          expect(filler.beside(index).map(({ placement }) => placement)).toEqual(BESIDE_A_PRODUCT)
        for (const index of pages) {
          for (const { placement, slots } of index === undefined ? filler.besideNothing() : filler.beside(index)) {
            const all = slots.flatMap(({ slot }) => cardsOf(slot))
            filled += all.length
            const products = all.map(({ product }) => product)
            expect(new Set(products).size).toBe(products.length)
            const own = all.filter(({ product }) => index !== undefined && product === catalog.products[index]!.id)
            if (own.length > 0) expect(PLACEMENTS[placement].about).toBe('cart')
            for (const { instead } of own.flatMap((card) => [card, ...(card.otherwise ?? [])])) expect(instead).toBe('subscription')
            itself += own.length
            for (const product of products) expect(whyIneligible(catalog.products[catalog.indexOf(product)!]!)).toBeUndefined()
            for (const { lock, slot } of slots) {
              const authors = cardsOf(slot).flatMap(authorsOf)
              for (const reason of authors) {
                if (lock !== 'open') expect(reason.by).toBe('rule')
                if (reason.by === 'rule')
                  expect(
                    speaksFor(
                      set.rules.find(({ id }) => id === reason.rule)!,
                      placement,
                    ),
                  ).toBe(true)
              }
              if (lock === 'off') expect(authors).toEqual([])
            }
          }
        }
      }),
      { numRuns: 250 },
    )
    expect(filled).toBeGreaterThan(1_000)
    expect(itself).toBeGreaterThan(10)
  })

  it('shows of the machine’s own only what every filter lets through, and nothing that the merchant hides', () => {
    fc.assert(
      fc.property(anyBusyCatalog, anyMixedSet, anySales, (catalog, set, sales) => {
        const filler = fillerOf(set, sourcesFor(set, { catalog, sales, companions, model: 'm1' }))
        for (const [index] of catalog.products.entries())
          for (const { placement, slots } of filler.beside(index)) {
            const filters = (set.placements[placement]?.adjust ?? []).filter(({ kind }) => kind === 'filter')
            for (const { product, reason } of slots.flatMap(({ slot }) => cardsOf(slot))) {
              if (reason.by === 'rule' || reason.by === 'pinned') continue
              const shown = catalog.products[catalog.indexOf(product)!]!
              expect(isHidden(shown)).toBe(false)
              for (const { where } of filters) expect(holds(where, shown, catalog.clock)).toBe(true)
            }
          }
      }),
      { numRuns: 100 },
    )
  })
})

describe('a mix', () => {
  const catalog = aCatalog(
    aProduct(1, { type: 'Toy', title: 'Robot dog' }),
    aProduct(2, { type: 'Toy', title: 'Robot cat' }),
    aProduct(3, { type: 'Battery', title: 'Cells' }),
    aProduct(4, { type: 'Toy', title: 'Ball' }),
  )
  const sales = new Map([1, 2, 3, 4].map((id) => [id as ProductId, 10 * id]))
  const said = (set: RuleSet, placement = 'product-page', index: number | 'none' = 0) => {
    const bought: Companions = (product) => (product === 1 ? [4, 2].map((id) => ({ product: id as ProductId, counts: COUNTS })) : [])
    const filler = fillerOf(set, sourcesFor(set, { catalog, sales, companions: bought, model: 'm1' }))
    const placements = index === 'none' ? filler.besideNothing() : filler.beside(index)
    return placements
      .find((one) => one.placement === placement)!
      .slots.map(({ slot }) => cardsOf(slot).map(({ product, reason }) => `${product} ${reason.by}`))
  }
  const page = (slots: SlotMix[], adjust: NonNullable<RuleSet['placements']['home']>['adjust'] = []) =>
    aSet({ rules: [aRule({ where: ofType('Battery') })], placements: { 'product-page': { slots, adjust } } })

  it('fills an open slot from its sources in their order, and the next with what the first leaves', () => {
    const slots: SlotMix[] = [
      { lock: 'open', sources: ['bought-together', 'rules'] },
      { lock: 'open', sources: ['popular'] },
    ]
    expect(said(page(slots))).toEqual([['4 bought-together', '2 bought-together', '3 rule'], []])
    expect(said(page([slots[1]!, { lock: 'open', sources: ['look-alikes'] }]))).toEqual([['4 popular', '2 popular'], []])
    expect(said(page([{ lock: 'open', sources: ['look-alikes'] }]))).toEqual([['2 look-alikes', '4 look-alikes']])
  })

  it('does to what the machine shows what the merchant asks for, and nothing to what rules show', () => {
    const slots: SlotMix[] = [{ lock: 'open', sources: ['bought-together', 'rules'] }]
    const cats = { kind: 'product' as const, ids: [2 as ProductId] }
    const by = (kind: (typeof ADJUSTMENTS)[number], where = cats) => said(page(slots, [{ kind, where }]))[0]
    expect(by('boost')).toEqual(['2 bought-together', '4 bought-together', '3 rule'])
    expect(by('bury')).toEqual(['4 bought-together', '2 bought-together', '3 rule'])
    expect(by('filter')).toEqual(['2 bought-together', '3 rule'])
    expect(by('pin', { kind: 'product', ids: [3 as ProductId] })).toEqual(['3 pinned', '4 bought-together', '2 bought-together'])
  })

  it('has without a word nothing but rules beside products, and what sells best where no product is looked at', () => {
    const set = aSet({
      rules: [aRule({ id: 'a', where: ofType('Battery') }), aRule({ id: 'b', at: ['home', 'account'], where: ofType('Toy'), most: 1 })],
    })
    const best = ['4', '3', '2', '1'].map((id) => `${id} popular`)
    for (const placement of EVERY_PLACEMENT) {
      const { about } = PLACEMENTS[placement]
      const isShop = about === 'shop'
      const besideProduct = about === 'order' ? (placement === 'account' ? ['4 rule'] : []) : ['3 rule']
      const expected = !isShop ? besideProduct : placement === 'home' ? ['4 rule', ...best.slice(1)] : best
      expect([placement, said(set, placement, isShop ? 'none' : 0)]).toEqual([placement, [expected]])
    }
  })

  it('has for an empty cart what its rules name it for, and what the machine knows of nobody’s products', () => {
    const slots: SlotMix[] = [{ lock: 'open', sources: ['rules', 'bought-together', 'popular'] }]
    const rules = [aRule({ id: 'a', where: ofType('Battery') }), aRule({ id: 'b', at: ['cart-page'], where: ofType('Toy'), most: 1 })]
    const set = aSet({ rules, placements: { 'cart-page': { slots, adjust: [] } } })
    expect(said(set, 'cart-page', 'none')).toEqual([['4 rule', '3 popular', '2 popular', '1 popular']])
    expect(said(set, 'cart-drawer', 'none')).toEqual([[]])
    expect(said(set, 'cart-page', 0)[0]).toContain('3 rule')
  })

  it('says of best sellers what can be bought, whenever it is asked', () => {
    const set = aSet()
    const sources = sourcesFor(set, { catalog, sales, companions: () => [], model: 'm1' })
    const popular = () => Array.from(sources.machine('popular', undefined), ({ offered }) => sources.resolver.ids[offered])
    expect(popular()).toEqual([4, 3, 2, 1])
    sources.resolver.revise(3, aProduct(4, { type: 'Toy', available: false }), 40)
    expect(popular()).toEqual([3, 2, 1])
    sources.resolver.revise(3, aProduct(4, { type: 'Toy' }), 40)
    expect(popular()).toEqual([4, 3, 2, 1])
  })
})

describe('placements at which the same stands', () => {
  const shop = aCatalog(aProduct(1, { type: 'Toy' }), aProduct(2, { type: 'Lamp' }), aProduct(3, { type: 'Pen' }))
  const [apart, free] = [[{ one: ofType('Lamp'), other: ofType('Pen') }], []]
  const filled = (neverTogether: RuleSet['neverTogether']) => {
    const set = aSet({ rules: [aRule({ when: ofType('Toy') })], neverTogether })
    const filler = fillerOf(set, sourcesFor(set, { catalog: shop, sales: new Map(), companions: () => [], model: 'm1' }))
    const at = (placements: ReturnType<typeof filler.beside>) => new Map(placements.map(({ placement, slots }) => [placement, slots]))
    return { beside: at(filler.beside(0)), nothing: at(filler.besideNothing()) }
  }

  it('are filled once, but for a collection’s own page', () => {
    const { beside, nothing } = filled(free)
    for (const placement of ['cart-page', 'cart-drawer', 'checkout'] as const)
      expect(beside.get(placement)).toBe(beside.get('product-page'))
    expect(nothing.get('search')).toBe(nothing.get('home'))
    expect(nothing.get('collection')).not.toBe(nothing.get('home'))
  })

  it('are filled apart from a product’s page where a cart holds what is kept apart from others', () => {
    const { beside } = filled(apart)
    expect(beside.get('cart-page')).not.toBe(beside.get('product-page'))
    expect(beside.get('cart-drawer')).toBe(beside.get('cart-page'))
  })
})
