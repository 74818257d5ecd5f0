import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCustomer, anOrder, aWorld } from '../a/world.ts'
import { askApp, publishInApp, putInApp } from '../running/merchant.ts'
import { aSyncedShop } from '../running/synced-shop.ts'
import { placeBlock, switchEmbed } from '../simulator/storefront/place-block.ts'
import { placeUiBlock } from '../simulator/ui-extensions/placed.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openAsShopper } from './as-shopper.ts'
import { AIR, FEW, KIT, LARGE, PRO, PRODUCTS, RULES, SMALL } from './rules-of-carts.ts'

const DAY = 24 * 60 * 60 * 1000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString()
/** Eight customers had a cleaning kit every month; Ada, the ninth, has bought nothing yet. */
const ADA = 9
const customers = Array.from({ length: ADA }, (_, at) => aCustomer({ id: at + 1 }))
const orders = Array.from({ length: 24 }, (_, at) =>
  anOrder({ id: at + 1, of: [PRODUCTS[KIT - 1]!], customerId: 1 + (at % 8), createdAt: daysAgo(100 - 30 * Math.floor(at / 8) - (at % 8)) }),
).toSorted((one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt))
const world = aWorld({ products: PRODUCTS, customers, orders, facts: { plan: 'Plus' } })
const SHOP = world.facts.domain

const freeDelivery = [{ market: null, amounts: { EUR: '25.00' } }]
/** What the sleeve costs beside the laptop, a tenth off: in cents. */
const SLEEVE_COSTS = 3_510

const { simulator, app, shop, weather, quiet, rowsOf } = await aSyncedShop('from-cart-to-thank-you', world)
let browser: Browser
let page: Page
let complaints: string[]

beforeAll(async () => {
  for (const rule of RULES) await putInApp(simulator, app.url, SHOP, `/rules/${rule.id}`, rule)
  await putInApp(simulator, app.url, SHOP, '/settings', { exclusion: null, neverTogether: [], freeDelivery })
  await publishInApp(simulator, app.url, SHOP)
  await quiet()
  // One visitor in ten would see none of it.
  await askApp(simulator, app.url, SHOP, '/app/settings/measuring.data', { ownShare: 0, mayPause: false }, 'PUT')
  placeBlock(shop.themeFiles, {}, { block: 'cart-offers', file: 'templates/cart.json' })
  switchEmbed(shop.themeFiles, 'tandem', true)
  for (const handle of ['tandem-checkout', 'tandem-thank-you', 'tandem-order-status', 'tandem-account'])
    placeUiBlock(shop.themeFiles, handle)
  simulator.changeScopes(SHOP, 'grant', ['write_pixels', 'read_customer_events'])
  await quiet()
  browser = await openBrowser()
  ;({ page, complaints } = await openAsShopper(browser, `${simulator.url}/account/login?as=${ADA}`))
})
afterAll(() => browser?.close())

const soldBy = () =>
  rowsOf(`SELECT product_id::int AS product, sold_by AS by FROM order_line
    WHERE order_id = (SELECT id FROM "order" ORDER BY id DESC LIMIT 1) ORDER BY product_id`)
const pay = async () => {
  await page.getByRole('button', { name: 'Pay now' }).click()
  await page.getByText('Thank you').waitFor()
  await quiet()
}

const addToCart = async () => {
  await page.locator('main').getByRole('button', { name: 'Add to cart' }).first().click()
  await page.waitForFunction(async () => (await (await fetch('/cart.js')).json()).item_count === 1)
}
const addFromPage = async (id: number) => {
  await page.goto(simulator.productUrl(SHOP, `product-${id}`))
  await addToCart()
}
const cart = () =>
  page.evaluate(async () => {
    const { items, total_price: total } = (await (await fetch('/cart.js')).json()) as { items: { title: string }[]; total_price: number }
    return { titles: items.map(({ title }) => title).toSorted(), total }
  })

it('says in the cart what is missing to free delivery, closes the gap first, and gives a gift that the shopper chose', async () => {
  await addFromPage(FEW)
  await page.goto(`${simulator.url}/cart`)
  await page.getByText('Add €20.00 more for free delivery').waitFor()
  expect(await page.locator('.tandem-card__title').allInnerTexts()).toEqual(['Screen pen', 'Thirty wipes', 'Cleaning kit'])
  await page.getByRole('button', { name: /Add to cart.*Screen pen/ }).click()
  await page.getByText('more for free delivery').waitFor({ state: 'detached' })
  const choose = page.getByRole('button', { name: /Choose as your gift.*Cloth/ })
  await choose.waitFor()
  expect(await cart()).toEqual({ titles: ['Screen pen', 'Ten wipes'], total: 2_500 })
  await choose.click()
  await page.getByText('Free with your order').waitFor({ state: 'detached' })
  expect(await cart()).toEqual({ titles: ['Cloth', 'Screen pen', 'Ten wipes'], total: 2_500 })
})

it('swaps the pack for the larger one, says the difference, and undoes it in place', async () => {
  await page.getByText('Instead of Ten wipes: +€7.00').waitFor()
  await page.getByRole('button', { name: /Swap.*Thirty wipes/ }).click()
  const undo = page.getByRole('button', { name: /Undo.*Thirty wipes/ })
  await undo.waitFor()
  expect((await cart()).titles).toEqual(['Cloth', 'Screen pen', 'Thirty wipes'])
  await undo.click()
  await page.getByRole('button', { name: /Swap.*Thirty wipes/ }).waitFor()
  expect(await cart()).toEqual({ titles: ['Cloth', 'Screen pen', 'Ten wipes'], total: 2_500 })
  await page.evaluate(() => fetch('/cart/clear.js', { method: 'POST' }))
})

it('offers at the checkout the sleeve that fits that laptop, and adds it below its line', async () => {
  await addFromPage(AIR)
  await page.goto(`${simulator.url}/checkout`)
  await page.getByText('10% off with your order').waitFor()
  await page.getByRole('button', { name: 'Add Sleeve 13″ to your order' }).click()
  await page.getByText('Added to your order: Sleeve 13″').waitFor()
  expect(await page.locator('.checkout__item--nested').innerText()).toContain('Sleeve 13″')
  expect(await page.getByText('Sleeve 16″').count()).toBe(0)
  expect(await page.locator('.cart__total').innerText()).toContain(
    ((99_900 + SLEEVE_COSTS) / 100).toLocaleString('en', { minimumFractionDigits: 2 }),
  )
})

it('sells both, and the order tells which rule sold the sleeve, and where', async () => {
  await pay()
  expect(await soldBy()).toEqual([
    { product: AIR, by: null },
    { product: SMALL, by: 'checkout/rule/sleeves' },
  ])
})

it('tells the app what was shown, added and ordered, where the shopper agrees, and of the order once', async () => {
  const [{ id }] = (await rowsOf('SELECT max(id)::text AS id FROM "order"')) as [{ id: string }]
  await page.reload({ waitUntil: 'networkidle' })
  const told = () =>
    rowsOf(`SELECT kind, sold_by AS by, product_id::int AS product, order_id AS order FROM storefront_event ORDER BY received_at, id`)
  const event = (kind: string, by: string, product: number) => ({ kind, by, product, order: null })
  await expect.poll(told, { message: 'what the pixel told' }).toEqual(expect.arrayContaining([event('seen', 'thank-you/rule/care', KIT)]))
  const all = await told()
  expect(all).toEqual(
    expect.arrayContaining([event('seen', 'checkout/rule/sleeves', SMALL), event('added', 'checkout/rule/sleeves', SMALL)]),
  )
  expect(all.filter(({ kind }) => kind === 'ordered')).toEqual([{ kind: 'ordered', by: null, product: null, order: id }])
  expect(await rowsOf('SELECT DISTINCT visitor FROM storefront_event')).toHaveLength(1)
})

it('links a cleaning kit from the thank-you page, and the order that follows tells that', async () => {
  await page.getByRole('link', { name: 'View Cleaning kit in the shop' }).click()
  await page.getByRole('heading', { name: 'Cleaning kit' }).waitFor()
  await addToCart()
  await page.goto(`${simulator.url}/checkout`)
  await pay()
  expect(await soldBy()).toEqual([{ product: KIT, by: 'thank-you/rule/care' }])
})

it('has the kit by subscription at one press, which the order tells', async () => {
  await addFromPage(KIT)
  await page.goto(`${simulator.url}/cart`)
  await page.getByText('Every month: −€1.40').waitFor()
  await page.getByRole('button', { name: /Subscribe.*Cleaning kit/ }).click()
  await page.getByText('Now by subscription').waitFor()
  expect(await cart()).toEqual({ titles: ['Cleaning kit'], total: 1_260 })
  await page.goto(`${simulator.url}/checkout`)
  await page.getByText('Cleaning kit · Every month').waitFor()
  await pay()
  expect(await soldBy()).toEqual([{ product: KIT, by: 'cart-page/rule/plans' }])
})

it('says on a card what comes off, the cart takes off just that, and so does the order', async () => {
  placeBlock(shop.themeFiles)
  await page.goto(simulator.productUrl(SHOP, `product-${PRO}`))
  const card = page.locator('.tandem-card', { hasText: 'Sleeve 16″' })
  // A tenth of 45.00.
  expect(await card.locator('.tandem-card__deal').innerText()).toMatch(/4\.50 off together/)
  expect(await card.locator('.tandem-card__price').innerText()).toMatch(/40\.50[^]*45\.00/)
  await page.locator('main').getByRole('button', { name: 'Add to cart' }).first().click()
  await card.getByRole('button', { name: /^Add/ }).click()
  await page.waitForFunction(async () => (await (await fetch('/cart.js')).json()).item_count === 2)
  await page.goto(`${simulator.url}/cart`)
  expect(await page.locator('.line', { hasText: 'Sleeve 16″' }).locator('.line__price').innerText()).toContain('40.50')
  expect(await page.locator('.cart__total').innerText()).toContain('1,839.50')
  await page.getByRole('button', { name: /check ?out/i }).click()
  expect(await page.locator('.cart__total').innerText()).toContain('1,839.50')
  await pay()
  const lines =
    await rowsOf(`SELECT product_id::int AS product, unit_price::int AS price, discount::int AS off, sold_by AS by FROM order_line
    WHERE order_id = (SELECT id FROM "order" ORDER BY id DESC LIMIT 1) ORDER BY product_id`)
  expect(lines).toEqual([
    { product: PRO, price: 179_900, off: 0, by: null },
    { product: LARGE, price: 4_500, off: 450, by: 'product-page/rule/sleeves' },
  ])
})

it('says in the account, weeks later and no sooner, that it is time for one again', async () => {
  const isTime = async () => {
    await page.goto(`${simulator.url}/account`, { waitUntil: 'networkidle' })
    return page.getByRole('heading', { name: 'Time for these again' }).isVisible()
  }
  expect(await isTime()).toBe(false)
  weather.setClock(35 * 24 * 60)
  await expect.poll(isTime).toBe(true)
  expect(await page.getByRole('link', { name: 'View Cleaning kit in the shop' }).getAttribute('href')).toContain(
    'tandem=account%2Fbuy-again%2Fbuy-again',
  )
  expect(complaints).toEqual([])
})
