import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { EVERY_PLACEMENT } from '#app/commerce/placement.ts'
import { readPreviewRequest, writePreviewRequest, type PreviewRequest } from './preview-request.ts'

const anyId = fc.integer({ min: 1, max: 10 ** 14 }) as unknown as fc.Arbitrary<ProductId>
const anyName = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((name) => name === name.trim())
const anyAsk: fc.Arbitrary<PreviewRequest> = fc.record({
  placement: fc.constantFrom(...EVERY_PLACEMENT),
  product: fc.option(anyId),
  of: fc.constantFrom('working', 'live'),
  customer: fc.option(fc.record({ tags: fc.array(anyName, { maxLength: 4 }), orders: fc.nat() })),
  cart: fc.array(fc.record({ id: anyId, quantity: fc.integer({ min: 1, max: 9999 }) }), { maxLength: 4 }),
  isForeign: fc.boolean(),
  market: fc.option(anyName),
  language: anyName,
  date: fc.option(fc.constantFrom('2026-12-24', '2028-02-29')),
  cards: fc.integer({ min: 1, max: 12 }),
})

it('an address holds all of a visit', () => {
  fc.assert(
    fc.property(anyAsk, (ask) => {
      const address = new URL(`https://admin.shopify.com/store/a/apps/tandem/preview?${writePreviewRequest(ask).toString()}`)
      expect(readPreviewRequest(address.searchParams)).toEqual(ask)
    }),
  )
})

it('whatever stands in an address, a visit is read from it, and reads the same again', () => {
  const anyText = fc.oneof(fc.string(), fc.constantFrom('2026-02-30', '0', '-1', '1e9', '5x0', 'x', '99999999999999999999', '2x2'))
  const anyPair = fc.tuple(
    fc.constantFrom('placement', 'product', 'of', 'orders', 'tag', 'cart', 'foreign', 'market', 'date', 'cards'),
    anyText,
  )
  fc.assert(
    fc.property(fc.array(anyPair), (pairs) => {
      const ask = readPreviewRequest(new URLSearchParams(pairs))
      expect(readPreviewRequest(writePreviewRequest(ask))).toEqual(ask)
      expect(ask.cards).toBeGreaterThanOrEqual(1)
    }),
  )
})

it.each(['0002-01-01', '0202-12-24', '2026-02-30', 'tomorrow'])('takes %s, which no merchant means, for today', (date) => {
  expect(readPreviewRequest(new URLSearchParams({ product: '1', date })).date).toBe(null)
})
