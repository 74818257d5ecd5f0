import fc from 'fast-check'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProduct } from '../a/world.ts'
import { sampleDoor } from '../simulator/storefront/sample-door.ts'
import { openShopper } from '../simulator/storefront/shopper.ts'
import { openBrowser } from './open-browser.ts'
import { openPage } from './open-page.ts'
import { shopWithSlots, type Published } from './shop-with-slots.ts'

const [ROBOT, FEW, MANY, LAMP, PEN, STICKER] = [1, 2, 3, 4, 5, 6] as const
const products = [
  aProduct({ id: ROBOT, title: 'Robot', price: 3_000 }),
  aProduct({ id: FEW, title: 'Four batteries', price: 500 }),
  aProduct({ id: MANY, title: 'Twelve batteries', price: 1_200 }),
  aProduct({ id: LAMP, title: 'Lamp', price: 2_400 }),
  aProduct({ id: PEN, title: 'Pen', price: 2_000 }),
  aProduct({ id: STICKER, title: 'Sticker', price: 300 }),
]
const gift = { gift: { EUR: 5_000 }, d: { kind: 'gift', from: { EUR: '50.00' } }, ref: 'gifts' }
const free = [
  { m: 'elsewhere', c: 'EUR', at: 1 },
  { c: 'EUR', at: 5_000 },
]
const besideRobot: Published = {
  slots: { 'cart-page': [{ offers: [FEW, LAMP, PEN, STICKER] }] },
  notes: { [FEW]: { gap: true }, [LAMP]: { gap: true }, [PEN]: { gap: true }, [STICKER]: gift },
  free,
}
const besideFew: Published = { slots: { 'cart-page': [{ offers: [MANY] }] }, notes: { [MANY]: { instead: true } } }
const blocks = [{ block: 'cart-offers', file: 'templates/cart.json', settings: { cards: 4 } }]
const openShop = (published: Record<number, Published> = { [ROBOT]: besideRobot, [FEW]: besideFew }) =>
  shopWithSlots({ products, published, blocks })

async function cartOf(...ids: readonly number[]) {
  const shopper = openShopper(sampleDoor(), openShop())
  await shopper.postJson('/cart/add.js', { items: ids.map((id) => ({ id: id * 10 + 1 })) })
  const html = await shopper.read('/cart')
  const said = (part: string) =>
    [...html.matchAll(new RegExp(`class="tandem${part}">([\\s\\S]*?)</`, 'g'))].map(([, words]) => words!.replace(/<[^>]*>/g, '').trim())
  return { html, titles: said('-card__title'), text: html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ') }
}

describe('what Liquid draws of a cart', () => {
  test('below the threshold it says what is missing; what closes the gap comes first, the cheapest such before dearer ones', async () => {
    const { titles, text } = await cartOf(ROBOT)
    expect(text).toContain('Add €20.00 more for free delivery')
    expect(titles).toEqual(['Pen', 'Lamp', 'Four batteries'])
  })

  test('once it is reached nothing is said, and a gift can be chosen, never a second one', async () => {
    const { titles, text } = await cartOf(ROBOT, PEN)
    expect(text).not.toContain('free delivery')
    expect(titles).toEqual(['Four batteries', 'Lamp', 'Sticker'])
    expect(text).toContain('Free with your order')
    expect(text).toContain('Choose as your gift')
    expect((await cartOf(ROBOT, PEN, STICKER)).titles).not.toContain('Sticker')
  })

  test('what may take a line’s place says what that comes to, with as many pieces', async () => {
    const { html, text } = await cartOf(FEW, FEW)
    expect(text).toContain('Instead of Four batteries: +€14.00')
    expect(html).toContain('data-quantity="2"')
  })
})

test('whatever is published, costs and is missing: what closes the gap first, the cheapest before dearer ones, and all else as it was', async () => {
  const ids = [3, 4, 5, 6, 7, 8]
  const some = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 6 })
  const prices = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 9, maxLength: 9 })
  let closing = 0
  await fc.assert(
    fc.asyncProperty(prices, some, some, some, fc.integer({ min: 5, max: 20 }), async (costs, one, two, meant, at) => {
      const priceOf = (id: number) => costs[id - 1]! * 100
      const goods = costs.map((_, nth) => aProduct({ id: nth + 1, title: `P${nth + 1}`, price: priceOf(nth + 1) }))
      const notes = Object.fromEntries(meant.map((id) => [id, { gap: true }]))
      const beside = (offers: readonly number[]): Published => ({
        slots: { 'cart-page': [{ offers }] },
        notes,
        free: [{ c: 'EUR', at: at * 100 }],
      })
      const shop = shopWithSlots({ products: goods, published: { 1: beside(one), 2: beside(two) }, blocks })
      const shopper = openShopper(sampleDoor(), shop)
      await shopper.postJson('/cart/add.js', { items: [{ id: 21 }, { id: 11 }] })
      const html = await shopper.read('/cart')
      const { items } = JSON.parse(await shopper.read('/cart.js')) as { items: readonly { product_id: number }[] }
      const published = items.flatMap(({ product_id: id }) => (id === 1 ? one : two))
      const gap = at * 100 - priceOf(1) - priceOf(2)
      const closes = (id: number) => gap > 0 && meant.includes(id) && priceOf(id) >= gap
      const first = published.filter(closes).toSorted((a, b) => priceOf(a) - priceOf(b))
      const expected = [...new Set([...first, ...published])].slice(0, 4).map((id) => `P${id}`)
      expect([...html.matchAll(/tandem-card__title">([^<]*)</g)].map(([, title]) => title)).toEqual(expected)
      closing += first.length
    }),
    { numRuns: 60 },
  )
  expect(closing).toBeGreaterThan(3)
})

describe('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  async function openCart(...ids: readonly number[]) {
    const opened = await openPage(browser, openShop(), { path: '/cart' })
    const { page } = opened
    await page.evaluate(
      (items) =>
        fetch('/cart/add.js', { method: 'POST', body: JSON.stringify({ items }), headers: { 'content-type': 'application/json' } }),
      ids.map((id) => ({ id: id * 10 + 1, properties: { engraved: 'Ada' } })),
    )
    await page.goto(`${opened.address}/cart`)
    const lines = () =>
      page.evaluate(async () => {
        const { items } = (await (await fetch('/cart.js')).json()) as { items: { title: string; quantity: number; properties: object }[] }
        return items.map(({ title, quantity, properties }) => [title, quantity, properties])
      })
    return { ...opened, lines }
  }

  test('a press closes the gap, the line is gone, and the gift waits for a press of its own', async () => {
    const { page, lines } = await openCart(ROBOT)
    await page.getByText('Add €20.00 more for free delivery').waitFor()
    await page.getByRole('button', { name: /Add to cart.*Pen/ }).click()
    await page.getByText('more for free delivery').waitFor({ state: 'detached' })
    const choose = page.getByRole('button', { name: /Choose as your gift.*Sticker/ })
    await choose.waitFor()
    expect(await lines()).toHaveLength(2)
    await choose.click()
    await page.getByText('Free with your order').waitFor({ state: 'detached' })
    expect((await lines()).map(([title]) => title).toSorted()).toEqual(['Pen', 'Robot', 'Sticker'])
  })

  test('a swap takes the line’s place, and is undone in place, down to what was written on the line', async () => {
    const { page, lines } = await openCart(FEW, ROBOT)
    const before = await lines()
    await page.getByText('Instead of Four batteries: +€7.00').waitFor()
    await page.getByRole('button', { name: /Swap.*Twelve batteries/ }).click()
    await page.getByText('In your cart instead of Four batteries').waitFor()
    expect((await lines()).find(([title]) => title === 'Twelve batteries')).toEqual([
      'Twelve batteries',
      1,
      { _tandem: 'cart-page/rule/k7' },
    ])
    expect((await lines()).map(([title]) => title)).not.toContain('Four batteries')
    await page.getByRole('button', { name: /Undo.*Twelve batteries/ }).click()
    await page.getByRole('button', { name: /Swap.*Twelve batteries/ }).waitFor()
    expect((await lines()).toSorted()).toEqual(before.toSorted())
  })

  test.each([
    ['the new one cannot be added', '**/cart/add.js'],
    ['the old one cannot be taken out', '**/cart/change.js'],
  ])('a swap that fails leaves the cart as it was: %s', async (_, path) => {
    const { page, lines } = await openCart(FEW)
    const before = await lines()
    let failures = 0
    await page.route(path, (route) =>
      failures++ === 0 ? route.fulfill({ status: 422, json: { status: 422, description: 'Not today' } }) : route.continue(),
    )
    await page.getByRole('button', { name: /Swap.*Twelve batteries/ }).click()
    await page.locator('tandem-swap [role=status]:not(:empty)').waitFor()
    expect(await lines()).toEqual(before)
    expect(failures).toBeGreaterThan(0)
  })

  test('without the script a swap is a way to the product', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const { page, address } = await openCart(FEW)
    await context.addCookies(await page.context().cookies())
    const plain = await context.newPage()
    await plain.goto(`${address}/cart`)
    await plain.getByRole('link', { name: /View.*Twelve batteries/ }).waitFor()
    expect(await plain.getByRole('button', { name: 'Swap' }).count()).toBe(0)
    await context.close()
  })
})
