import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchSchemas } from '../simulator/admin/fetch-schema.ts'
import { placeUiBlock } from '../simulator/ui-extensions/placed.ts'
import { add, INK, LAPTOP, NOTES, offered, openCheckout, SLEEVE, summary, type GivenCheckout } from './checkout-shop.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  await fetchSchemas('.data/schemas')
  browser = await openBrowser()
})
afterAll(() => browser.close())

const open = (given?: GivenCheckout) => openCheckout(browser, given)

test('what fits the laptop is added at the checkout, below its line; after the purchase a link leads to its care', async () => {
  const { page, checkOut, lastOrder, complaints, requests } = await open()
  await checkOut()
  await expect.poll(() => offered(page).allInnerTexts()).toEqual(['Sleeve'])
  expect(await page.locator('.ui-block').innerText()).toContain('€29.50')
  expect(await summary(page)).toHaveLength(1)
  await add(page, 'Sleeve').click()
  await expect.poll(() => summary(page)).toHaveLength(2)
  await page.getByText('Added to your order: Sleeve').waitFor()
  expect(await offered(page).count()).toBe(0)
  expect(await page.locator('.checkout__item--nested').innerText()).toContain('Sleeve')
  await page.getByRole('button', { name: 'Pay now' }).click()
  await page.getByText('Thank you').waitFor()
  expect(lastOrder()?.lines.map(({ title, properties }) => [title, properties])).toEqual([
    ['Laptop', {}],
    ['Sleeve', { _tandem: 'checkout/rule/sleeves' }],
  ])
  const link = page.getByRole('link', { name: 'View Cleaning kit in the shop' })
  expect(new URL((await link.getAttribute('href'))!).search).toBe('?tandem=thank-you%2Frule%2Fcare')
  await page.getByRole('link', { name: 'Order status' }).click()
  await page.getByRole('heading', { name: 'You may need these next' }).waitFor()
  await link.click()
  await page.getByRole('heading', { name: 'Cleaning kit' }).waitFor()
  await page.locator('main').getByRole('button', { name: 'Add to cart' }).first().click()
  const inCart = () =>
    page.evaluate(async () => (await (await fetch('/cart.js')).json()).items.map((item: object) => Reflect.get(item, 'properties')))
  await expect.poll(inCart).toEqual([{ _tandem: 'order-status/rule/care' }])
  expect(complaints).toEqual([])
  expect(requests.filter((path) => path.startsWith('/ui/'))).toEqual(Array.from({ length: 3 }, () => '/ui/storefront.json'))
})

test('hangs what hangs on a line below that line, and leaves it out of the block that is set to', async () => {
  const { page, shop, checkOut, complaints } = await open({ blocks: ['tandem-cart-line'] })
  placeUiBlock(shop.themeFiles, 'tandem-checkout', { not_nested: true })
  await checkOut()
  await expect.poll(() => page.locator('.checkout__item .ui-block').innerText()).toContain('Sleeve')
  expect(await page.locator('form .ui-block').innerText()).toBe('')
  await add(page, 'Sleeve').click()
  await expect.poll(() => summary(page)).toHaveLength(2)
  expect(await offered(page).count()).toBe(0)
  expect(complaints).toEqual([])
})

test.each<[string, GivenCheckout]>([
  ['no Plus shop has a block at its checkout', { plan: 'Basic' }],
  ['nothing is placed', { blocks: [] }],
  ['what is published is broken', { notes: '{"v":2,"cards":[{"p":' }],
  ['what is published is of another time', { notes: JSON.stringify({ ...NOTES, v: 3 }) }],
  ['nothing is published for the checkout', { notes: JSON.stringify({ ...NOTES, slots: {} }) }],
])('%s: the checkout is as it would be without us', async (_, given) => {
  const { page, checkOut, complaints } = await open(given)
  await checkOut()
  await page.waitForLoadState('networkidle')
  expect(await page.locator('.ui-block').allInnerTexts()).toEqual(given.plan || given.blocks ? [] : [''])
  await page.getByRole('button', { name: 'Pay now' }).click()
  await page.getByText('Thank you').waitFor()
  expect(complaints).toEqual([])
})

test('a wallet takes no more lines: the shopper is told in plain words, and pays what was there', async () => {
  const { page, checkOut, lastOrder } = await open()
  await checkOut()
  await page.getByRole('link', { name: 'Pay through a wallet' }).click()
  await add(page, 'Sleeve').click()
  await page.getByText('This could not be added here. Your order is unchanged.').waitFor()
  expect(await page.locator('.ui-block').innerText()).not.toContain('accelerated')
  await page.getByRole('button', { name: 'Pay now' }).click()
  await page.getByText('Thank you').waitFor()
  expect(lastOrder()?.lines).toHaveLength(1)
})

test('what sells out while the shopper hesitates is not added, and not offered again', async () => {
  const { page, shop, checkOut } = await open()
  await checkOut()
  await add(page, 'Sleeve').waitFor()
  shop.changeProduct(SLEEVE, ({ variants }) => variants.forEach((variant) => (variant.stock = 0)))
  await add(page, 'Sleeve').click()
  await expect.poll(() => offered(page).count()).toBe(0)
  expect(await summary(page)).toHaveLength(1)
})

test('a block that fails shows nothing, and is reported', async () => {
  const { page, checkOut, complaints } = await open({
    prepare: async (page) => {
      await page.route('**/cdn/ui/tandem-checkout.js', (route) => route.fulfill({ body: 'shopify.lines.value[7].id' }))
    },
  })
  await checkOut()
  await expect.poll(() => complaints.join()).toMatch(/A block failed: tandem-checkout/)
  expect(await page.locator('.ui-block').innerText()).toBe('')
})

test('the account says that it is time again once it is, and leads there so that it is remembered', async () => {
  const now = { at: new Date('2026-11-29T12:00:00Z') }
  const { page, shop, go, complaints } = await open({ customer: 7, blocksAt: () => now.at })
  shop.placeOrder({ customerId: 7, lines: [{ variantId: INK * 10 + 1, quantity: 1, properties: {} }], attributes: {} })
  const bought = new Date([...shop.orders.values()].at(-1)!.createdAt).getTime()
  const after = async (days: number) => {
    now.at = new Date(bought + days * 24 * 60 * 60 * 1000)
    await go('/account')
    await page.waitForLoadState('networkidle')
    return page.locator('.ui-block').innerText()
  }
  expect(await after(29)).toBe('')
  expect(await after(31)).toContain('Last bought on')
  const link = page.getByRole('link', { name: 'View Ink in the shop' })
  expect(await link.getAttribute('href')).toContain('?tandem=account%2Fbuy-again%2Fbuy-again')
  expect(complaints).toEqual([])
})

test('speaks the shopper’s language', async () => {
  const { page, go } = await open()
  await go('/de/cart/11:1')
  await page.getByRole('button', { name: 'Sleeve zur Bestellung hinzufügen' }).waitFor()
  expect(await page.locator('.ui-block').innerText()).toMatch(/Passt gut zu deiner Bestellung[^]*29,50/)
})

test('“Buy it now” leads to the same checkout: what is added there joins the one line, and the cart stays as it was', async () => {
  const { page, go, lastOrder } = await open()
  await go('/products/product-1')
  await page.getByRole('button', { name: 'Buy it now' }).click()
  await add(page, 'Sleeve').click()
  await expect.poll(() => summary(page)).toHaveLength(2)
  await page.getByRole('button', { name: 'Pay now' }).click()
  await page.getByText('Thank you').waitFor()
  expect(lastOrder()?.lines.map(({ title }) => title)).toEqual(['Laptop', 'Sleeve'])
})

test('a line is swapped for what is offered instead, the difference is said, and one press brings it back; what is missing to free delivery is said', async () => {
  const cards = [
    { p: SLEEVE, by: 'rule', ref: 'instead', instead: true },
    { p: INK, by: 'rule', ref: 'gap', gap: true },
  ]
  const free = [{ c: 'EUR', at: 100_500 }]
  const notes = JSON.stringify({ v: 2, cards, slots: { checkout: [{ lock: 'locked', cards: [0, 1] }] }, free })
  const { page, checkOut } = await openCheckout(browser, { notes })
  await checkOut()
  await page.getByText('Add €6.00 more for free delivery').waitFor()
  expect(await offered(page).allInnerTexts()).toEqual(['Ink', 'Sleeve'])
  await page.getByText('Instead of Laptop: −€969.50').waitFor()
  await page.getByRole('button', { name: 'Swap for Sleeve' }).click()
  await page.getByText('In your order instead of Laptop').waitFor()
  expect((await summary(page)).join()).not.toContain('Laptop')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('In your order instead of Laptop').waitFor({ state: 'detached' })
  expect((await summary(page)).join()).toContain('Laptop')
  expect((await summary(page)).join()).not.toContain('Sleeve')
})

test('a line is had by subscription at one press, and bought once again at another', async () => {
  const notes = JSON.stringify({
    v: 2,
    cards: [{ p: LAPTOP, by: 'rule', ref: 'plans', instead: true }],
    slots: { checkout: [{ lock: 'locked', cards: [0] }] },
  })
  const { page, checkOut } = await openCheckout(browser, { notes })
  await checkOut()
  await page.getByText('Every year: −€99.90').waitFor()
  await page.getByRole('button', { name: 'Subscribe to Laptop' }).click()
  await page.getByText('Now by subscription: Laptop').waitFor()
  expect((await summary(page)).join()).toMatch(/Laptop · Every year[^]*899\.10/)
  expect(await page.getByRole('button', { name: 'Subscribe to Laptop' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Subscribe to Laptop' }).waitFor()
  expect((await summary(page)).join()).toMatch(/Laptop[^·]*999\.00/)
})
