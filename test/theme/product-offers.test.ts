import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aProduct, aVariant } from '../a/world.ts'
import type { Product } from '../simulator/shop.ts'
import { openOffersPage, robot } from './offers-page.ts'

const batteries = aProduct({ id: 2, title: 'Batteries', price: 899 })
const charger = aProduct({ id: 3, title: 'Charger', price: 1999 })
const poster = aProduct({ id: 4, title: 'Poster' })

const unfit: Readonly<Record<string, Partial<Product>>> = {
  'sold out': { variants: [aVariant({ id: 91, stock: 0 })] },
  'a draft': { status: 'DRAFT' },
  unpublished: { publishedAt: null },
  'free of charge': { variants: [aVariant({ id: 91, price: 0 })] },
  'a gift card': { isGiftCard: true },
  'sold by subscription only': { requiresSellingPlan: true },
}

test('offers come in the order in which they were published', async () => {
  const page = openOffersPage({ offered: [poster, batteries, charger] })
  expect(await page.titles()).toEqual(['Poster', 'Batteries', 'Charger'])
})

test.each(Object.entries(unfit))('what is %s gives its place to the next', async (_, facts) => {
  const page = openOffersPage({ offered: [aProduct({ id: 9, title: 'Unfit', ...facts }), batteries, charger], settings: { cards: 2 } })
  expect(await page.titles()).toEqual(['Batteries', 'Charger'])
})

test('beside free samples a product is offered with what is to be paid for', async () => {
  const variant = (id: number, price: number, stock = 5) => aVariant({ id, price, stock, title: `V${id}`, options: [`V${id}`] })
  const roll = (...variants: ReturnType<typeof variant>[]) => openOffersPage({ offered: [aProduct({ id: 9, title: 'Roll', variants })] })
  const chosen = async (page: ReturnType<typeof roll>) =>
    [...(await page.html()).matchAll(/<option\s+value="(\d+)"/g)].map(([, id]) => Number(id))
  const page = roll(variant(91, 0), variant(92, 5000), variant(93, 4000), variant(94, 3000, 0))
  expect(await chosen(page)).toEqual([92, 93])
  expect(await page.html()).not.toContain('€0.00')
  expect(await roll(variant(91, 0), variant(92, 5000, 0)).titles()).toEqual([])
  expect(await chosen(roll(variant(91, 0), variant(92, 5000)))).toEqual([92])
})

test('whatever is offered, only fit products are shown, in order and no more than asked', async () => {
  const kinds = [{}, ...Object.values(unfit)]
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(kinds.length - 1), { maxLength: 12 }), fc.integer({ min: 1, max: 12 }), async (drawn, cards) => {
      const offered = drawn.map((kind, index) => aProduct({ id: 100 + index, title: `T${index}`, ...kinds[kind] }))
      const fit = offered.filter((_, index) => drawn[index] === 0).map((product) => product.title)
      const page = openOffersPage({ offered, settings: { cards } })
      expect(await page.titles()).toEqual(fit.slice(0, cards))
    }),
    { numRuns: 30 },
  )
})

test('neither the product itself nor what is in the cart is offered', async () => {
  const page = openOffersPage({ offered: [robot, batteries, charger] })
  await page.shopper.postJson('/cart/add.js', { id: 21 })
  expect(await page.titles()).toEqual(['Charger'])
})

test('a product that sells out or changes its price after publishing is shown as it is now', async () => {
  const page = openOffersPage({ offered: [batteries, charger] })
  page.shop.changeProduct(2, (product) => product.variants.forEach((variant) => (variant.stock = 0)))
  page.shop.changeProduct(3, (product) => product.variants.forEach((variant) => (variant.price = 1799)))
  expect(await page.titles()).toEqual(['Charger'])
  expect(await page.html()).toContain('€17.99')
})

test.each([
  ['nothing is offered', { offered: [] }],
  ['nothing of it can be bought', { offered: [aProduct({ id: 9, ...unfit['sold out'] })] }],
  ['the metafield is not for storefronts', { offered: [batteries], isReadable: false }],
])('nothing at all is written where %s', async (_, given) => {
  const html = await openOffersPage(given).html()
  expect(html).toContain('<div id="shopify-block-tandem" class="shopify-block shopify-app-block"></div>')
})

test('in the theme editor an empty block says what to do', async () => {
  const html = await openOffersPage({ offered: [] }).html('/products/robot?design_mode')
  expect(html).toContain('Make a rule in Tandem')
  expect(html).toContain('data-shopify-editor-block')
})

test('a card is a plain form that tells the order line which rule and place sold it', async () => {
  const page = openOffersPage({ offered: [batteries], notes: { 2: { by: 'rule', ref: 'k7' } } })
  const html = await page.html()
  expect(html).toMatch(/<form class="tandem-card__form" method="post" action="\/cart\/add">/)
  expect(html).toMatch(/name="properties\[_tandem\]"\s+value="product-page\/rule\/k7"/)
  await page.shopper.post('/cart/add', { id: '21', quantity: '1', 'properties[_tandem]': 'product-page/rule/k7' })
  const cart = await page.shopper.read('/cart')
  expect(cart).toContain('Batteries')
  expect(cart).not.toContain('k7')
})

test('an offer without a note is shown and claims nothing', async () => {
  const html = await openOffersPage({ offered: [batteries] }).html()
  expect(html).toContain('Batteries')
  expect(html).not.toContain('_tandem]')
})

test('a product of several variants lets the shopper choose among those in stock, priced from the cheapest of them', async () => {
  const lamp = aProduct({
    id: 5,
    title: 'Lamp',
    options: [{ name: 'Colour', values: ['Red', 'Blue', 'Green'] }],
    variants: [
      aVariant({ id: 51, title: 'Red', stock: 0 }),
      aVariant({ id: 52, title: 'Blue', price: 2000 }),
      aVariant({ id: 53, title: 'Green', price: 2500 }),
    ],
  })
  const html = await openOffersPage({ offered: [lamp] }).html()
  const values = [...html.matchAll(/<option\s+value="(\d+)"/g)].map(([, value]) => value)
  expect(values).toEqual(['52', '53'])
  expect(html).toContain('From <bdi>€20.00</bdi>')
  expect(html).toContain('Choose an option: Lamp')
})

test('beyond ten variants the choice is made on the product’s own page', async () => {
  const variants = Array.from({ length: 11 }, (_, index) => aVariant({ id: 61 + index, title: `Size ${index}` }))
  const html = await openOffersPage({ offered: [aProduct({ id: 6, handle: 'shirt', title: 'Shirt', variants })] }).html()
  expect(html).toMatch(/<a class="tandem-card__button" href="\/products\/shirt">Choose options/)
  expect(html).not.toContain('tandem-card__form')
})

test('words that merchants and notes bring are escaped', async () => {
  const nasty = `"><script>alert('1')</script>`
  const product = aProduct({ id: 7, title: nasty, variants: [aVariant({ id: 71, title: nasty }), aVariant({ id: 72, title: 'B' })] })
  const page = openOffersPage({ offered: [product], notes: { 7: { by: nasty, ref: nasty } }, settings: { heading: nasty } })
  const html = await page.html()
  expect(html.split('&lt;script&gt;').length).toBeGreaterThan(5)
  expect(html).not.toContain('<script>alert')
})

test('the merchant’s settings: heading, layout, no prices', async () => {
  const html = await openOffersPage({ offered: [batteries], settings: { heading: 'Add these', layout: 'list', show_price: false } }).html()
  expect(html).toContain('<h2 class="tandem__heading">Add these</h2>')
  expect(html).toContain('tandem tandem--list')
  expect(html).not.toContain('€8.99')
})

test('a reduced price is shown beside the price before, both named for screen readers', async () => {
  const sale = aProduct({ id: 8, variants: [aVariant({ id: 81, price: 1500, compareAtPrice: 2000 })] })
  const html = await openOffersPage({ offered: [sale] }).html()
  expect(html).toMatch(/Price now<\/span>\s*<bdi>€15\.00/)
  expect(html).toMatch(/Price before<\/span>\s*<s class="tandem-card__before">€20\.00/)
})

test('it speaks the shopper’s language and keeps to its addresses', async () => {
  const page = openOffersPage({ offered: [batteries] })
  const german = await page.html('/de/products/robot')
  expect(german).toContain('Passt gut dazu')
  expect(german).toContain('data-add-url="/de/cart/add.js"')
  expect(german).toContain('href="/de/products/product-2"')
  const arabic = await page.html('/ar/products/robot')
  expect(arabic).toContain('dir="rtl"')
  expect(arabic).toContain('أضف إلى السلة')
})

test('pictures keep their place while they load', async () => {
  const html = await openOffersPage({ offered: [batteries] }).html()
  const picture = /<img[^>]*tandem-card__picture[^>]*>/.exec(html)?.[0]
  expect(picture).toMatch(/width="\d+" height="\d+"/)
  expect(picture).toContain('loading="lazy"')
  expect(picture).toContain('srcset=')
})

test('its stylesheet and script are on the page once, and only where it is placed', async () => {
  const page = openOffersPage({ offered: [batteries] })
  expect((await page.html()).match(/tandem\.css|tandem-offers\.js/g)?.toSorted()).toEqual(['tandem-offers.js', 'tandem.css'])
  expect(await page.html('/')).not.toContain('tandem')
})
