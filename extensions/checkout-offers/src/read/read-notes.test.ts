import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProductId, RuleId } from '../../../../app/commerce/ids.ts'
import { candidatesOf } from '../choose/candidates.ts'
import { draw } from '../choose/draw.ts'
import type { Offer } from '../offers.ts'
import { readNotes } from './read-notes.ts'
import { visitOf } from './visit-of.ts'

const SLEEVE = 7 as ProductId
const LAPTOP = 1 as ProductId
const written = JSON.stringify({
  v: 2,
  ifs: [{ kind: 'cart-lines', low: 1 }],
  cards: [
    {
      p: SLEEVE,
      by: 'rule',
      ref: 'k7',
      if: 0,
      or: [{ by: 'rule', ref: 'k8' }],
      need: { takes: 4, holds: 2, packs: 2, of: 'AA' },
      nest: true,
      text: 0,
    },
  ],
  texts: [{ en: 'Takes 4 × AA: 2 packs of 2', de: 7 }],
  slots: { checkout: [{ lock: 'locked', cards: [0] }] },
  again: 42,
  zone: 'Asia/Tokyo',
})

const anOffer = (product: ProductId): Offer => ({
  product,
  title: 'x',
  image: undefined,
  url: undefined,
  handle: 'x',
  choices: [{ id: 'v', title: '', amount: 1, currency: 'EUR', rule: { minimum: 1, maximum: null, increment: 1 } }],
  isPartial: false,
})
const visit = visitOf({
  lines: [{ id: 'l', quantity: 1, merchandise: { product: { id: `gid://shopify/Product/${LAPTOP}`, vendor: 'V', productType: 'T' } } }],
  subtotal: { amount: 12.5, currencyCode: 'EUR' },
  customer: null,
  market: { handle: 'EU' },
  language: 'en',
  goods: new Map(),
  zone: undefined,
  now: new Date('2026-11-29T00:00:00Z'),
})
const shown = (value: unknown) => {
  const notes = readNotes(value)
  return draw(
    candidatesOf('checkout', 0, [LAPTOP], () => notes),
    visit,
    anOffer,
    3,
  )
}

test('reads what is published', () => {
  expect(readNotes(written)).toMatchObject({ again: 42, zone: 'Asia/Tokyo' })
  expect(shown(written)).toEqual([
    {
      offer: anOffer(SLEEVE),
      beside: LAPTOP,
      note: expect.objectContaining({
        by: 'rule',
        ref: 'k7' as RuleId,
        nest: true,
        need: { takes: 4, holds: 2, packs: 2, of: 'AA' },
        says: { en: 'Takes 4 × AA: 2 packs of 2' },
      }) as unknown,
    },
  ])
})

test.each([
  ['nothing', undefined],
  ['an empty text', ''],
  ['a number', 7],
  ['another version', written.replace('"v":2', '"v":3')],
  ['an older one', written.replace('"v":2', '"v":1')],
  ['more than Shopify stores', `${written.slice(0, -1)},"x":"${'y'.repeat(140_000)}"}`],
  ['a list', '[]'],
  ['null', 'null'],
])('of %s nothing is shown', (_, value) => {
  expect(shown(value)).toEqual([])
})

test('cut anywhere it says nothing', () => {
  fc.assert(
    fc.property(fc.nat(written.length - 1), (at) => {
      expect(readNotes(written.slice(0, at))).toBeUndefined()
    }),
  )
})

test('whatever stands in place of any part, nothing breaks and nothing is shown that is no product', () => {
  const whole = JSON.parse(written) as Record<string, unknown>
  const spoilt = fc.tuple(fc.constantFrom(...pathsIn(whole)), fc.jsonValue())
  fc.assert(
    fc.property(spoilt, ([path, value]) => {
      for (const { offer, note } of shown(JSON.stringify(putAt(whole, path, value)))) {
        expect(Number.isSafeInteger(offer.product)).toBe(true)
        expect([typeof note.by, typeof note.ref]).toEqual(['string', 'string'])
      }
    }),
    { numRuns: 2_000 },
  )
})

type Path = readonly (string | number)[]

function pathsIn(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, of]) => [[key], ...pathsIn(of).map((rest) => [key, ...rest])])
}

function putAt(value: unknown, [first, ...rest]: Path, put: unknown): unknown {
  if (first === undefined) return put
  const copy = structuredClone(value) as Record<string, unknown>
  copy[first] = putAt(copy[first], rest, put)
  return copy
}
