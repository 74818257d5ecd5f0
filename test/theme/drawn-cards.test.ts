import { expect, test } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { readCardMarkup } from '#app/serve/card-markup.server.ts'
import { drawCards, type DrawnCard } from '#app/serve/draw-cards.ts'
import { aCustomer, aProduct, aVariant, aWorld } from '../a/world.ts'
import type { Product } from '../simulator/shop.ts'
import { openShop } from '../simulator/state/open-shop.ts'
import { sampleStorefront } from '../simulator/storefront/sample-door.ts'
import { openOffersPage } from './offers-page.ts'
import { openShopper } from '../simulator/storefront/shopper.ts'
import { shopWithSlots } from './shop-with-slots.ts'
import { polyglots } from './polyglots.ts'

const rating = (value: string, count: string) => [
  { namespace: 'reviews', key: 'rating', type: 'rating', value: JSON.stringify({ value, scale_min: '1.0', scale_max: '5.0' }) },
  { namespace: 'reviews', key: 'rating_count', type: 'number_integer', value: count },
]
const sizes = (count: number, price: (at: number) => number) =>
  Array.from({ length: count }, (_, at) => aVariant({ id: 1000 + at, title: `S${at}`, options: [`S${at}`], price: price(at) }))
const unitPrice = { quantity: 250, quantityUnit: 'g', reference: 100, referenceUnit: 'g' }

/** A product for every way in which a card can look. */
const offered: readonly Product[] = [
  aProduct({ id: 2, title: '“Quotes” & <b>‘more’</b> {{ 7 | times: 6 }}', handle: 'ürsprünglich-茶', metafields: rating('4.5', '1') }),
  aProduct({ id: 3, picture: null, variants: [aVariant({ id: 31, price: 800, compareAtPrice: 1200 })] }),
  aProduct({ id: 4, variants: sizes(3, (at) => 500 + at * 100), metafields: rating('3', '3') }),
  aProduct({ id: 5, variants: sizes(11, () => 900), metafields: rating('1.2', '11') }),
  aProduct({ id: 6, variants: [aVariant({ id: 61, price: 1250, unitPrice })], metafields: rating('5', '100') }),
  aProduct({ id: 7, variants: sizes(2, (at) => at * 700), metafields: rating('5', '1103') }),
]
const needs: Readonly<Record<number, DrawnCard['need']>> = {
  3: { takes: 4, holds: 2, packs: 2, of: `AA's {% raw %} "9V"` },
  4: { takes: 4, holds: 4, packs: 1 },
  5: { takes: 12, holds: 1, packs: 12, of: 'C' },
}
const says: Readonly<Record<number, string>> = { 2: 'Same size: 14" | {{ 7 }}', 4: 'Takes 4, this pack has 4' }
const cards: readonly DrawnCard[] = offered.map(({ id, handle }) => {
  const [need, text] = [needs[id], says[id]]
  return { product: id as ProductId, handle, by: 'rule', ref: "k|7;'", ...(need && { need }), ...(text && { text }) }
})

const markupIn = readCardMarkup()

/** What Shopify makes of cards of ours, beside what its own block makes of the same. */
async function bothWays(language: string, settings: Readonly<Record<string, unknown>>) {
  const texts = Object.values(says)
  const notes = Object.fromEntries(
    cards.map(({ product, by, ref, need, text }) => [product, { by, ref, need, ...(text && { text: texts.indexOf(text) }) }]),
  )
  const { shop, html } = openOffersPage({
    offered,
    notes,
    texts: texts.map((text) => ({ [language]: text })),
    settings: { cards: 12, ...settings },
  })
  const root = language === 'en' ? '' : `/${language}`
  const block = /<ul class="tandem__cards"[^>]*>([\s\S]*?)<\/ul>/.exec(await html(`${root}/products/robot`))![1]!
  const liquid = drawCards(cards, {
    placement: 'product-page',
    slot: 0,
    showsPrice: settings['show_price'] !== false,
    markup: markupIn(language),
  })
  const drawn = await sampleStorefront().draw(new Request(`https://${shop.facts.domain}${root}/apps/x/offers`), shop, liquid)
  return { block: block.replaceAll('Tandem-tandem-', 'Tandem-product-page-1-'), drawn }
}
/** Tags and texts, without the blanks around them, of which a page shows nothing. */
const partsOf = (html: string) =>
  html
    .replace(/\s+/g, ' ')
    .replaceAll('&#34;', '&quot;')
    .split(/(<[^>]+>)/)
    .flatMap((part) => part.trim() || [])

test.each(['en', 'de', 'fr', 'es', 'ja', 'ar'])(
  'in %s the cards of an answer are those that the block would have drawn',
  async (language) => {
    for (const settings of [{}, { show_price: false }]) {
      const { block, drawn } = await bothWays(language, settings)
      expect(drawn.match(/<li/g)).toHaveLength(offered.length)
      expect(partsOf(drawn)).toEqual(partsOf(block))
      expect(drawn).not.toMatch(/Translation missing|\{\{ (?!7)/)
      expect(drawn.startsWith('<li')).toBe(true)
    }
  },
)

test('a language that the blocks do not speak is answered in that which it is of, or else in English', () => {
  expect(markupIn('fr-ca')).toBe(markupIn('fr'))
  expect(markupIn('tlh')).toBe(markupIn('en'))
  expect(markupIn(undefined)).toBe(markupIn('en'))
  expect(markupIn('fr')).not.toBe(markupIn('en'))
})

test('what cannot be bought, was renamed or lies in the cart is not drawn, and the handle of another draws nothing', async () => {
  const goods = [
    aProduct({ id: 2 }),
    aProduct({ id: 3, stock: 0 }),
    aProduct({ id: 4, isGiftCard: true }),
    aProduct({ id: 5, requiresSellingPlan: true }),
    aProduct({ id: 6, price: 0 }),
    aProduct({ id: 7, status: 'DRAFT' }),
    aProduct({ id: 8 }),
    aProduct({ id: 9 }),
  ]
  const shop = openShop(aWorld({ products: goods, customers: [aCustomer()] }))
  const handleOf = (id: number) => (id === 8 ? 'product-2' : `product-${id}`)
  const all = [...goods.map(({ id }) => id), 99].map((id) => ({ product: id as ProductId, handle: handleOf(id), by: 'rule', ref: 'r' }))
  const liquid = drawCards(all, { placement: 'home', slot: 0, showsPrice: true, markup: markupIn('en') })
  const { door, draw } = sampleStorefront()
  const url = `https://${shop.facts.domain}`
  const added = (await door(new Request(`${url}/cart/add.js`, { method: 'POST', body: new URLSearchParams({ id: '91' }) }), shop))!
  const headers = { cookie: added.headers.getSetCookie()[0]!.split(';')[0]! }
  const drawn = async (init: RequestInit) =>
    [...(await draw(new Request(`${url}/apps/x`, init), shop, liquid)).matchAll(/data-offer="(\d+)"/g)].map(([, id]) => id)
  expect(await drawn({})).toEqual(['2', '9'])
  expect(await drawn({ headers })).toEqual(['2'])
})

test('what hangs on a product in the cart is nested under its line, as the block nests it', async () => {
  const published = { slots: { 'product-page': [{ offers: [2, 3] }] }, notes: { 2: { nest: true } } }
  const products = [1, 2, 3].map((id) => aProduct({ id }))
  const shop = shopWithSlots({ products, published: { 1: published }, blocks: [{}] })
  const { door, draw } = sampleStorefront()
  const shopper = openShopper(door, shop)
  const added = await shopper.postJson('/cart/add.js', { id: 11 })
  const headers = { cookie: added.headers.getSetCookie()[0]!.split(';')[0]! }
  const all = [2, 3].map((id) => ({
    product: id as ProductId,
    handle: `product-${id}`,
    by: 'rule',
    ref: 'k7',
    ...(id === 2 && { under: 1 as ProductId }),
  }))
  const liquid = drawCards(all, { placement: 'product-page', slot: 0, showsPrice: true, markup: markupIn('en') })
  const parentsIn = (html: string) => [...html.matchAll(/name="parent_line_key" value="([^"]*)"/g)].map(([, key]) => key)
  const drawn = (init: RequestInit) => draw(new Request(`https://${shop.facts.domain}/apps/x`, init), shop, liquid)
  const inBlock = parentsIn(await shopper.read('/products/product-1'))
  expect(inBlock).toHaveLength(1)
  expect(parentsIn(await drawn({ headers }))).toEqual(inBlock)
  expect(parentsIn(await drawn({}))).toEqual([])
})

const unescaped = (html: string) =>
  html
    .replaceAll('&#39;', "'")
    .replaceAll('&#34;', '"')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')

test('whatever was published, nothing of it is Liquid or markup', async () => {
  const shop = openShop(aWorld({ products: [aProduct({ id: 2 })] }))
  for (const text of [...polyglots, `'{% endfor %}{{ shop.name }}`, '%7D%7D', '"}}{{', '|;|', '\\']) {
    const need = { takes: 2, holds: 1, packs: 2, of: text }
    const card = { product: 2 as ProductId, handle: 'product-2', by: text, ref: text, need, text }
    const bought = [{ product: 3 as ProductId, looks: [text] }]
    const liquid = drawCards([card, card], { placement: 'home', slot: 0, showsPrice: true, markup: markupIn('en'), bought })
    const drawn = await sampleStorefront().draw(new Request(`https://${shop.facts.domain}/apps/x`), shop, liquid)
    const escaped = text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&#34;')
      .replaceAll("'", '&#39;')
    expect(drawn).toContain(`value="home/${escaped}/${escaped}"`)
    expect(drawn).toContain(`tandem-card__need">${escaped}</p>`)
    const [told, ...more] = [...drawn.matchAll(/<template data-bought="([^"]*)"><\/template><\/li>/g)].map(([, looks]) => unescaped(looks!))
    expect([JSON.parse(told!), more]).toEqual([[['3', [text]]], []])
  }
})
