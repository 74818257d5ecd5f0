import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whyIneligible } from '#app/catalog/eligible.ts'
import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import { toFreeDelivery } from '#app/rules/free-delivery.ts'
import type { Moment } from '#app/rules/resolve/moment.ts'
import { deliveryFor } from '#app/slots/delivery/delivery-for.ts'
import { cardsOf } from '#app/slots/diff/diff-slots.ts'
import { drawSlot } from '#app/slots/draw-slot.ts'
import { fillBeside } from '#app/slots/fill-placements.ts'
import { writeNotes } from '#app/slots/note.ts'
import { sourcesFor } from '#app/slots/shop-context.ts'
import { candidatesOf } from '../../extensions/checkout-offers/src/choose/candidates.ts'
import { draw } from '../../extensions/checkout-offers/src/choose/draw.ts'
import { readNotes } from '../../extensions/checkout-offers/src/read/read-notes.ts'
import { visitOf } from '../../extensions/checkout-offers/src/read/visit-of.ts'
import { anyBusySet } from '../a/rule-set.ts'
import { anyBusyCatalog, NOW } from '../a/shop.ts'

const MOST = 3
const anyVisit = fc.record({
  index: fc.nat(7),
  market: fc.option(fc.constantFrom('eu', 'us', 'ca')),
  language: fc.constantFrom('en', 'de'),
  subtotal: fc.nat(9_000),
})

test('the checkout shows of any published slot what the merchant’s preview shows', () => {
  let shown = 0
  fc.assert(
    fc.property(anyBusyCatalog, anyBusySet, anyVisit, (catalog, set, { index: nth, market, language, subtotal }) => {
      const sources = sourcesFor(set, { catalog, sales: new Map(), companions: () => [], model: 'm' })
      const index = catalog.products.length - 1 - nth
      const page = catalog.products[index]!
      const slots = fillBeside(index, 'checkout', set, sources)
      const productOf = (id: ProductId) => catalog.products[catalog.indexOf(id)!]!
      const priceOf = (id: ProductId) => productOf(id).variants.find(({ available, price }) => available && price > 0)?.price
      const moment: Moment = {
        cart: {
          lines: [{ product: page, quantity: 1 }],
          subtotal: subtotal as Minor,
          toFreeDelivery: toFreeDelivery(set.freeDelivery, { market, currency: 'EUR', subtotal }),
        },
        customer: null,
        market,
        language,
        date: '2026-11-21',
        weekday: 6,
      }
      const previewed = drawSlot(cardsOf(slots[0]!.slot), moment, MOST, (id) => whyIneligible(productOf(id)), {
        isCart: true,
        currency: 'EUR',
        priceOf,
      })
      const expected = previewed.flatMap((one) => (one.kind === 'shown' ? [[one.card.product, one.choice.reason.by]] : []))

      const noted = writeNotes([{ placement: 'checkout', slots }], 'EUR', { zone: 'Europe/Vienna', freeDelivery: set.freeDelivery })
      const notes = readNotes(noted && JSON.stringify(noted.notes))
      const { tags, collections, vendor, type } = page
      const visit = visitOf({
        lines: [{ id: 'l', quantity: 1, merchandise: { product: { id: `gid://shopify/Product/${page.id}`, vendor, productType: type } } }],
        subtotal: { amount: subtotal / 100, currencyCode: 'EUR' },
        customer: null,
        market: market === null ? undefined : { handle: market },
        language,
        goods: new Map([[page.id, { tags: tags.map(foldAsLiquid), collections }]]),
        zone: notes?.zone,
        now: new Date(NOW),
      })
      const at = deliveryFor(notes?.free, { market, currency: 'EUR' })
      const gap = at === undefined ? undefined : at - subtotal
      const choicesOf = (id: ProductId) => {
        const rule = { minimum: 1, maximum: null, increment: 1 }
        const price = priceOf(id)
        return price === undefined ? [] : [{ id: 'v', title: '', amount: price / 100, currency: 'EUR', rule }]
      }
      const offerOf = (product: ProductId) =>
        whyIneligible(productOf(product))
          ? undefined
          : { product, title: '', image: undefined, url: undefined, handle: '', choices: choicesOf(product), isPartial: false }
      const drawn = draw(
        candidatesOf('checkout', 0, [page.id], () => notes),
        visit,
        offerOf,
        MOST,
        { gap, canSwap: () => true },
      )
      expect(drawn.map(({ offer, note }) => [offer.product, note.by])).toEqual(expected)
      shown += drawn.length
    }),
    { numRuns: 300 },
  )
  expect(shown).toBeGreaterThan(100)
})
