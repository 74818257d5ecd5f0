import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aProduct } from '../a/world.ts'
import { shopId } from '../simulator/admin/global-id.ts'
import { appNamespace, sampleDoor } from '../simulator/storefront/sample-door.ts'
import { openShopper } from '../simulator/storefront/shopper.ts'
import { shopWithSlots, type GivenShop, type Published } from './shop-with-slots.ts'

const products = Array.from({ length: 9 }, (_, at) => aProduct({ id: at + 1, title: `P${at + 1}` }))

function openSample(published: GivenShop['published'], more: Partial<GivenShop> = {}) {
  const blocks = [
    { block: 'cart-offers', file: 'templates/cart.json', name: 'cart' },
    ...['index', 'collection', 'search'].map((page) => ({ block: 'shop-offers', file: `templates/${page}.json`, name: page })),
  ]
  const shopper = openShopper(sampleDoor(), shopWithSlots({ products, published, blocks, ...more }))
  const titles = async (path: string) => titlesIn(await shopper.read(path))
  return { shopper, titles }
}

/** Of the cards that are shown, not of those that wait. */
const titlesIn = (html: string) =>
  [...html.replace(/<template>[\s\S]*?<\/template>/g, '').matchAll(/tandem-card__title">([^<]*)</g)].map(([, title]) => title)

const inCart = (...offers: number[]): Published => ({ slots: { 'cart-page': [{ offers }] } })

test('a cart is offered what is published beside its lines, each product once and none that it holds', async () => {
  const { shopper, titles } = openSample({ 1: inCart(3, 2, 4), 2: inCart(4, 5, 1) })
  expect(await titles('/cart')).toEqual([])
  await shopper.postJson('/cart/add.js', { items: [{ id: 11 }, { id: 21 }] })
  expect((await titles('/cart')).toSorted()).toEqual(['P3', 'P4', 'P5'])
  expect(await shopper.read('/cart')).toContain('name="properties[_tandem]"')
  expect(await shopper.read('/cart')).toContain('cart-page/rule/k7')
})

test('whatever is published and whatever a cart holds: no product twice, none of the cart’s, none that nobody published', async () => {
  const some = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 9 })
  const lock = fc.constantFrom('locked' as const, 'assisted' as const, 'open' as const)
  const published = fc.array(fc.record({ lock, offers: some }), { minLength: 9, maxLength: 9 })
  let shown = 0
  await fc.assert(
    fc.asyncProperty(published, some, fc.integer({ min: 1, max: 6 }), async (slots, held, cards) => {
      const beside = Object.fromEntries(slots.map((slot, at) => [at + 1, { slots: { 'cart-page': [slot] } }]))
      const blocks = [{ block: 'cart-offers', file: 'templates/cart.json', settings: { cards } }]
      const { shopper, titles } = openSample(beside, { blocks })
      if (held.length > 0) await shopper.postJson('/cart/add.js', { items: held.map((id) => ({ id: id * 10 + 1 })) })
      const wanted = new Set(held.flatMap((id) => slots[id - 1]!.offers).filter((id) => !held.includes(id)))
      const drawn = await titles('/cart')
      shown += drawn.length
      expect(new Set(drawn).size).toBe(drawn.length)
      expect(drawn).toHaveLength(Math.min(cards, wanted.size))
      for (const title of drawn) expect(wanted).toContain(Number(title?.slice(1)))
    }),
    { numRuns: 40 },
  )
  expect(shown).toBeGreaterThan(40)
})

test('an empty cart is offered what the shop says there', async () => {
  const { shopper, titles } = openSample({ 1: inCart(2), shop: { slots: { 'cart-page': [{ offers: [7, 8] }] } } })
  expect(await titles('/cart')).toEqual(['P7', 'P8'])
  await shopper.postJson('/cart/add.js', { id: 11 })
  expect(await titles('/cart')).toEqual(['P2'])
})

test.each([
  ['home', '/'],
  ['collection', '/collections/collection-1'],
  ['search', '/search?q=p1'],
])('the page %s shows its own slot and no other’s', async (placement, path) => {
  const slots = Object.fromEntries(['home', 'collection', 'search'].map((one, at) => [one, [{ offers: [at + 1, 9] }]]))
  const { shopper, titles } = openSample({ shop: { slots } })
  expect(await titles(path)).toEqual([`P${['home', 'collection', 'search'].indexOf(placement) + 1}`, 'P9'])
  expect(await shopper.read(path)).toContain(`value="${placement}/rule/k7"`)
})

test('the second of two blocks on a page shows the second slot', async () => {
  const slots = { home: [{ offers: [1, 2] }, { offers: [3, 4] }] }
  const blocks = [1, 2].map((slot) => ({ block: 'shop-offers', file: 'templates/index.json', name: `s${slot}`, settings: { slot } }))
  expect(await openSample({ shop: { slots } }, { blocks }).titles('/')).toEqual(['P1', 'P2', 'P3', 'P4'])
})

test('an open slot has up to four more waiting; a locked one has none', async () => {
  const html = (lock: 'open' | 'locked' | 'assisted') =>
    openSample({ shop: { slots: { home: [{ lock, offers: [1, 2, 3, 4, 5, 6, 7, 8, 9] }] } } }).shopper.read('/')
  expect((await html('open')).match(/<template>/g)).toHaveLength(4)
  expect(titlesIn(await html('open'))).toHaveLength(4)
  for (const lock of ['locked', 'assisted'] as const) expect(await html(lock)).not.toContain('<template>')
})

test('of a cart’s slots one that is locked keeps the whole in its order', async () => {
  const { shopper } = openSample({
    1: { slots: { 'cart-page': [{ lock: 'open', offers: [3] }] } },
    2: { slots: { 'cart-page': [{ lock: 'locked', offers: [4] }] } },
  })
  await shopper.postJson('/cart/add.js', { id: 11 })
  expect(await shopper.read('/cart')).toContain('data-lock="open"')
  await shopper.postJson('/cart/add.js', { id: 21 })
  expect(await shopper.read('/cart')).not.toContain('data-lock="open"')
})

test('what hangs on a product is nested under its line', async () => {
  const { shopper } = openSample({ 1: { ...inCart(2, 3), notes: { 2: { nest: true } } } })
  await shopper.postJson('/cart/add.js', { id: 11 })
  const [line] = (await (await shopper.get('/cart.js')).json()).items as { key: string }[]
  const parents = [...(await shopper.read('/cart')).matchAll(/name="parent_line_key" value="([^"]*)"/g)].map(([, key]) => key)
  expect(parents).toEqual([line!.key.replaceAll('"', '&quot;').replaceAll("'", '&#39;')])
})

test.each([
  ['notes of another form', { v: 3, cards: [], slots: {} }],
  ['no notes', undefined],
  ['notes that are none', []],
])('with %s nothing is shown, and nothing breaks', async (_, notes) => {
  const shop = shopWithSlots({
    products,
    published: { shop: { slots: { home: [{ offers: [1, 2] }] } } },
    blocks: [{ block: 'shop-offers', file: 'templates/index.json' }],
  })
  const field = { ownerId: shopId(shop.facts), namespace: appNamespace, key: 'offer_notes' }
  expect(shop.metafields.delete(field.ownerId, field.namespace, field.key)).toBe(true)
  if (notes !== undefined) shop.metafields.set({ ...field, type: 'json', value: JSON.stringify(notes) })
  const html = await openShopper(sampleDoor(), shop).read('/')
  expect(html).toContain('<div id="shopify-block-tandem" class="shopify-block shopify-app-block"></div>')
})
