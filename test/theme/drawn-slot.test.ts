import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasPage, whyIneligible } from '#app/catalog/eligible.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Companions } from '#app/models/pairs/companions.ts'
import { previewOf } from '#app/pages/preview/preview.ts'
import type { Moment } from '#app/rules/resolve/moment.ts'
import { cardsOf } from '#app/slots/diff/diff-slots.ts'
import { drawSlot } from '#app/slots/draw-slot.ts'
import { fillBeside } from '#app/slots/fill-placements.ts'
import { writeNotes } from '#app/slots/note.ts'
import { sourcesFor } from '#app/slots/shop-context.ts'
import type { FilledSlot } from '#app/slots/slot.ts'
import english from '#app/wording/locales/en.json'
import { wordsFor } from '#app/wording/words.ts'
import { anyMoment } from '../a/any-rule.ts'
import { aProduct } from '../a/product.ts'
import { anyBusySet } from '../a/rule-set.ts'
import { aCatalog, anyBusyCatalog } from '../a/shop.ts'
import { openAppBlocks } from '../simulator/storefront/app-block.ts'
import { extensionFolder } from '../simulator/storefront/sample-door.ts'
import { visitInLiquid } from './visit-in-liquid.ts'

const draw = openAppBlocks(extensionFolder)
const counts = { together: 5, first: 10, second: 10, orders: 100 }
const companions: Companions = (product) => [1, 2, 3, 4].map((step) => ({ product: ((product + step) % 30) as ProductId, counts }))

/** A product as Liquid gives it; Shopify leaves those out of a list of references that it shows nowhere. */
function inLiquid(product: Product) {
  const variants = product.variants.map(({ available, price }, at) => ({ id: product.id * 10 + at, title: `${at}`, available, price }))
  return {
    id: product.id,
    title: product.title,
    url: `/products/${product.id}`,
    available: variants.some(({ available }) => available),
    'gift_card?': product.isGiftCard,
    requires_selling_plan: product.requiresSellingPlan,
    price: Math.min(...product.variants.map(({ price }) => price)),
    variants,
    selected_or_first_available_variant: variants.find(({ available }) => available) ?? variants[0],
  }
}

/** How many more cards the block draws of an open slot, to wait for the shopper's own order. */
const WAITING = 4

/** What the theme's block shows of one of the page's slots: which products, and who sold each; and of what waits behind them the same. */
async function drawnByLiquid(
  page: ProductId,
  slots: readonly FilledSlot[],
  at: number,
  now: ReadonlyMap<ProductId, Product>,
  moment: Moment,
  most: number,
) {
  const noted = writeNotes([{ placement: 'product-page', slots }], 'EUR')!
  // Shopify leaves out of the list what the shop shows nowhere.
  const offers = noted.offers.flatMap((product) => now.get(product) ?? []).filter(hasPage)
  const metafields = { offers: { value: offers.map(inLiquid) }, offer_notes: { value: noted.notes } }
  const { html } = await draw(
    'b',
    { type: 'shopify://apps/tandem/blocks/product-offers/1', settings: { cards: most, slot: at + 1 } },
    { ...visitInLiquid(moment), routes: {}, product: { id: page, metafields: { $app: metafields } } },
  )
  const shown = cardsIn(html.replaceAll(/<template>[\s\S]*?<\/template>/g, ''))
  return { shown, withWaiting: cardsIn(html) }
}

function cardsIn(html: string) {
  const products = [...html.matchAll(/tandem-card__link" href="\/products\/(\d+)"/g)].map(([, id]) => Number(id))
  const sellers = [...html.matchAll(/value="product-page\/([^"]+)"/g)].map(([, seller]) => seller)
  return products.map((product, at) => [product, sellers[at]])
}

function shownOf(drawn: ReturnType<typeof drawSlot>) {
  return drawn.flatMap((one) => {
    if (one.kind === 'withheld') return []
    const { reason } = one.choice
    const author = reason.by === 'bought-together' ? reason.model : reason.by
    return [[one.card.product, reason.by === 'rule' ? `rule/${reason.rule}` : `${reason.by}/${author}`]]
  })
}

test('a drawn slot is what Liquid draws of it, whatever has happened since it was published', async () => {
  let [shown, apart, notInMarket] = [0, 0, 0]
  await fc.assert(
    fc.asyncProperty(
      anyBusyCatalog,
      anyBusyCatalog,
      anyBusySet,
      anyMoment,
      fc.integer({ min: 1, max: 12 }),
      async (then, later, set, moment, most) => {
        const sources = sourcesFor(set, { catalog: then, sales: new Map(), companions, model: 'm1' })
        // Every third product has changed since, or is gone.
        const stays = then.products.filter(({ id }) => id % 3 !== 0)
        const now = new Map([...stays, ...later.products.filter(({ id }) => id % 3 === 0)].map((product) => [product.id, product]))
        for (const [index, { id }] of then.products.entries()) {
          const slots = fillBeside(index, 'product-page', set, sources)
          const at = index % slots.length
          const cards = cardsOf(slots[at]!.slot)
          if (cards.length === 0) continue
          const whyNot = (product: ProductId) => (now.has(product) ? whyIneligible(now.get(product)!) : 'not-active')
          const drawn = drawSlot(cards, moment, most, whyNot)
          const expected = shownOf(drawn)
          shown += expected.length
          apart += drawn.filter((one) => one.kind === 'withheld' && one.why.kind === 'apart').length
          notInMarket += drawn.filter((one) => one.kind === 'withheld' && one.why.kind === 'not-in-market').length
          const waiting = slots[at]!.lock === 'open' ? WAITING : 0
          const withWaiting = shownOf(drawSlot(cards, moment, most + waiting, whyNot))
          expect(await drawnByLiquid(id, slots, at, now, moment, most)).toEqual({ shown: expected, withWaiting })
        }
      },
    ),
    { numRuns: 60 },
  )
  expect(shown).toBeGreaterThan(100)
  expect(apart).toBeGreaterThan(10)
  expect(notInMarket).toBeGreaterThan(10)
})

test('a place for which Liquid is handed nothing is left to the next', async () => {
  const shop = aCatalog(aProduct(1), aProduct(2), aProduct(3))
  const byRule = { by: 'rule', ref: 'r' }
  const slots = { 'product-page': [{ lock: 'locked', cards: [0, 1, 2] }] }
  const notes = { v: 2, cards: [7, 2, 3].map((p) => ({ p, ...byRule })), slots }
  const metafields = {
    offers: { value: [null, inLiquid(shop.products[1]!), undefined, inLiquid(shop.products[2]!)] },
    offer_notes: { value: notes },
  }
  const [moment] = fc.sample(anyMoment, { numRuns: 1, seed: 1 })
  const { html } = await draw(
    'b',
    { type: 'shopify://apps/tandem/blocks/product-offers/1', settings: { cards: 2 } },
    { ...visitInLiquid(moment!), cart: { items: [] }, routes: {}, product: { id: 1, metafields: { $app: metafields } } },
  )
  expect(
    [...html.matchAll(/<li class="tandem-card"[^>]*>\s*<a class="tandem-card__link" href="([^"]*)"/g)].map(([, href]) => href),
  ).toEqual(['/products/2', '/products/3'])
})

test('what the preview shows is what Liquid draws', async () => {
  const voice = wordsFor(english, 'en', 'EUR')
  await fc.assert(
    fc.asyncProperty(anyBusyCatalog, anyBusySet, anyMoment, fc.integer({ min: 1, max: 12 }), async (catalog, set, moment, most) => {
      const stock = { catalog, sales: new Map(), companions, model: 'm1' }
      const sources = sourcesFor(set, stock)
      const now = new Map(catalog.products.map((product) => [product.id, product]))
      for (const [index, { id }] of catalog.products.entries()) {
        const preview = previewOf({ placement: 'product-page', index, mostShown: most }, set, stock, moment, voice, 'EUR')
        const slots = fillBeside(index, 'product-page', set, sources)
        const published = slots.flatMap(({ slot }) => cardsOf(slot))
        const drawn: unknown[] = []
        for (const [at] of published.length === 0 ? [] : slots.entries())
          drawn.push(...(await drawnByLiquid(id, slots, at, now, moment, most)).shown)
        expect(preview.shown.map((card) => [card.id, card.rule === null ? 'bought-together/m1' : `rule/${card.rule}`])).toEqual(drawn)
        expect(preview.shown.length + preview.withheld.length).toBe(published.length)
        expect(preview.rules.map((rule) => rule.id).toSorted()).toEqual(set.rules.map((rule) => rule.id).toSorted())
        for (const line of preview.rules.flatMap(({ lines }) => lines)) expect(line).not.toMatch(/[{}]|undefined/)
      }
    }),
    { numRuns: 40 },
  )
})
