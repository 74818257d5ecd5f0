import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { PLACEMENTS, SOURCES, type Placement, type SlotMix } from '#app/commerce/placement.ts'
import type { CardNote, Notes } from '#app/slots/note.ts'
import { anAsk } from '../../test/a/ask.ts'
import { aPage, somePage } from '../../test/a/notes.ts'
import { chooseCards } from './choose-cards.ts'
import { joinHandles } from './handles.ts'
import type { NextProduct } from './next-product.ts'
import type { Offerable } from './offerable.ts'
import type { OfferRequest } from './read-offer-request.ts'
import type { ServedShop } from './served-shop.ts'

const DAY = 86_400_000
const TODAY = 20_000
const NOW = TODAY * DAY + 1
const ids = (...numbers: number[]) => Float64Array.from(numbers)
const mix = (lock: SlotMix['lock'], ...sources: SlotMix['sources'][number][]): SlotMix => ({ lock, sources })
const anOfferable = (parts: Partial<Offerable> = {}): Offerable => ({
  timezone: 'UTC',
  mixes: { home: [mix('open', 'rules', 'next-for-you', 'buy-again', 'popular')] },
  byAnybody: ids(...Array(20).keys()),
  byRulesAlone: ids(),
  apart: [],
  lacks: new Map(),
  only: new Map(),
  handles: joinHandles([]),
  ...parts,
})
const next = (product: number): NextProduct => ({ product: product as ProductId, kind: 'next', day: 0 })
const again = (product: number, day = TODAY): NextProduct => ({ product: product as ProductId, kind: 'again', day })
const bought = (product: number, day: number): NextProduct => ({ product: product as ProductId, kind: 'bought', day })
const card = (p: number, by = 'rule', more: Partial<CardNote> = {}): CardNote => ({ p: p as ProductId, by, ref: `${by}-${p}`, ...more })

function shopOf(notes: Notes | undefined, nextFor: readonly NextProduct[] = [], offerable = anOfferable()): ServedShop {
  return { pageOf: () => notes && { notes: () => notes, standing: () => undefined }, offerable, nextFor }
}
const chosen = (ask: OfferRequest, shop: ServedShop) => chooseCards(ask, shop, NOW).map(({ product, by }) => `${product} ${by}`)

describe('an open slot', () => {
  const published = somePage([card(1), card(2, 'popular'), card(3, 'popular')], 'home', 'open')
  const own = [next(4), again(5), next(6)]

  it('shows each source in the merchant’s order, the customer’s own in the taught order', () => {
    expect(chosen(anAsk(), shopOf(published, own))).toEqual([
      '1 rule',
      '4 next-for-you',
      '6 next-for-you',
      '5 buy-again',
      '2 popular',
      '3 popular',
    ])
    const first = anOfferable({ mixes: { home: [mix('open', 'buy-again', 'popular', 'rules')] } })
    expect(chosen(anAsk(), shopOf(published, own, first))).toEqual(['5 buy-again', '2 popular', '3 popular', '1 rule'])
  })

  it('shows what the customer has of their own where nothing is published', () => {
    expect(chosen(anAsk(), shopOf(undefined, own))).toEqual(['4 next-for-you', '6 next-for-you', '5 buy-again'])
  })

  it('offers again what is due, and nothing that was just bought, whoever chose it, but what is bought again and again', () => {
    const list = [again(5, TODAY + 1), bought(2, TODAY + 3), bought(3, TODAY), again(1, TODAY + 9)]
    expect(chosen(anAsk(), shopOf(published, list))).toEqual(['1 rule', '3 popular'])
  })

  it('puts what is pinned before all that the machine chose', () => {
    const pinned = somePage([card(1), card(2, 'pinned'), card(3, 'popular')], 'home', 'open')
    expect(chosen(anAsk(), shopOf(pinned, [next(4)]))).toEqual(['1 rule', '2 pinned', '4 next-for-you', '3 popular'])
  })

  it('shows nothing of the customer’s own that the merchant or the market leaves out, or that stands apart from what is shown', () => {
    const offerable = anOfferable({
      byAnybody: ids(1, 2, 3, 4, 5, 6),
      byRulesAlone: ids(7),
      only: new Map<Placement, Float64Array>([['home', ids(4, 5, 6, 7, 8)]]),
      lacks: new Map([['eu', ids(4)]]),
      apart: [[ids(1), ids(5)]],
    })
    const own = [next(4), next(5), next(6), next(7), next(8), next(9)]
    expect(chosen(anAsk({ market: 'eu' }), shopOf(aPage([1], 'r', 'home', 'open'), own, offerable))).toEqual(['1 rule', '6 next-for-you'])
  })
})

it('in a cart, each line’s cards come in turn, each product once, by the first word that stands', () => {
  const ifs = [{ kind: 'signed-in' }]
  const pages = new Map([
    [1, somePage([card(3, 'rule', { if: 0, ref: 'waits' }), card(4)], 'cart-page', 'locked', ifs)],
    [2, somePage([card(3, 'rule', { ref: 'stands' }), card(1)], 'cart-page', 'locked')],
  ])
  const shop: ServedShop = {
    pageOf: (product) => {
      const notes = pages.get(product)
      return notes && { notes: () => notes, standing: () => undefined }
    },
    offerable: anOfferable(),
    nextFor: [],
  }
  const cart = [1, 2].map((id) => ({ product: id as ProductId, quantity: 1 }))
  const ask = anAsk({ placement: 'cart-page', cart, customer: undefined })
  expect(chooseCards(ask, shop, NOW).map(({ product, ref }) => [product, ref])).toEqual([
    [4, 'rule-4'],
    [3, 'stands'],
  ])
})

describe('on any shop, mix and visit', () => {
  const aProduct = fc.integer({ min: 1, max: 12 })
  const aCard = fc.record({
    p: aProduct,
    by: fc.constantFrom('rule', 'popular', 'pinned', 'bought-together'),
    market: fc.boolean(),
    if: fc.boolean(),
  })
  const aNext = fc.record({
    product: aProduct,
    kind: fc.constantFrom('next', 'again', 'bought'),
    day: fc.integer({ min: TODAY - 2, max: TODAY + 2 }),
  })
  const someIds = fc.uniqueArray(aProduct).map((all) => Float64Array.from(all).sort())
  const any = fc.record({
    placement: fc.constantFrom(...(Object.keys(PLACEMENTS) as Placement[])),
    lock: fc.constantFrom('locked' as const, 'assisted' as const, 'open' as const),
    sources: fc.shuffledSubarray([...SOURCES]),
    cards: fc.uniqueArray(aCard, { selector: ({ p }) => p }),
    nextFor: fc.uniqueArray(aNext, { selector: ({ product }) => product }),
    byAnybody: someIds,
    one: someIds,
    other: someIds,
    lacks: someIds,
    cart: fc.array(aProduct, { maxLength: 3 }),
    seen: fc.array(aProduct, { maxLength: 3 }),
  })

  it('a locked slot shows no model’s choice; nothing comes twice, is in the cart, sold out, apart, guarded or just bought', () => {
    fc.assert(
      fc.property(any, ({ placement, lock, sources, cards, nextFor, byAnybody, one, other, lacks, cart, seen }) => {
        const isAbout = PLACEMENTS[placement].about === 'product'
        const notes = somePage(
          cards
            .filter(({ by }) => lock === 'open' || by === 'rule')
            .map(({ p, by, market, if: waits }) => card(p, by, { ...(market && { notIn: ['eu'] }), ...(waits && { if: 0 }) })),
          placement,
          lock,
          [{ kind: 'customer-tag', names: ['vip'] }],
        )
        const offerable = anOfferable({
          mixes: { [placement]: [mix(lock, ...sources)] },
          byAnybody,
          apart: [[one, other]],
          lacks: new Map([['eu', lacks]]),
        })
        const ask = anAsk({
          placement,
          market: 'eu',
          ...(isAbout && { product: 12 as ProductId }),
          cart: cart.map((id) => ({ product: id as ProductId, quantity: 1 })),
          seen: new Set(seen as ProductId[]),
        })
        const shown = chooseCards(ask, shopOf(notes, nextFor as NextProduct[], offerable), NOW)
        const products = shown.map(({ product }) => product)
        if (lock !== 'open') for (const { by } of shown) expect(by).toBe('rule')
        expect(new Set(products).size).toBe(products.length)
        for (const { product, by } of shown) {
          const word = notes.cards.find(({ p }) => p === product)
          const isOwn = by === 'next-for-you' || by === 'buy-again'
          expect([...cart, ...seen, ask.product]).not.toContain(product)
          expect(byAnybody).toContain(product)
          expect(nextFor.some((all) => all.product === product && all.kind === 'bought' && all.day > NOW / DAY)).toBe(false)
          if (isOwn) expect(lacks).not.toContain(product)
          else expect([word?.if, word?.notIn]).toEqual([undefined, undefined])
          for (const beside of products)
            if (beside !== product)
              expect((one.includes(product) && other.includes(beside)) || (other.includes(product) && one.includes(beside))).toBe(false)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
