import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isHeldOut, saltOf, type MeasureNote } from '#app/slots/arm/arm.ts'
import { aRule, ofType } from '../a/rule.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { askFor } from '../running/ask-for.ts'
import { publishInApp, putInApp } from '../running/merchant.ts'
import { aSyncedShop } from '../running/synced-shop.ts'
import { placeBlock } from '../simulator/storefront/place-block.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { shiftsOf, watchShifts } from './as-shopper.ts'

const [TOY, CELLS, LAMP] = [1, 2, 3] as const
const products = [
  aProduct({ id: TOY, title: 'Robot', price: 4_000, productType: 'Toy' }),
  aProduct({ id: CELLS, title: 'Four cells', price: 500, productType: 'Batteries' }),
  aProduct({ id: LAMP, title: 'Lamp', price: 2_000, productType: 'Lamp' }),
]
const world = aWorld({ products })
const SHOP = world.facts.domain
const { simulator, app, database, shop, quiet, rowsOf } = await aSyncedShop('measured', world)
let browser: Browser

beforeAll(async () => {
  await putInApp(simulator, app.url, SHOP, '/rules/cells', aRule({ id: 'cells', when: ofType('Toy'), where: ofType('Batteries') }))
  await publishInApp(simulator, app.url, SHOP)
  await quiet()
  placeBlock(shop.themeFiles, {}, { block: 'product-offers', file: 'templates/product.json' })
  simulator.changeScopes(SHOP, 'grant', ['write_pixels', 'read_customer_events'])
  await quiet()
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const note = () => JSON.parse(simulator.appMetafields(SHOP).find(({ key }) => key === 'measure')!.value) as MeasureNote

/** A browser's id that is held out, or is not. */
function visitOf(heldOut: boolean): string {
  const { salt, share } = note()
  for (let at = 0; ; at += 1) {
    const visit = (at + 1).toString(16).padStart(32, '0')
    if (isHeldOut(saltOf(salt, 'cross-sell'), visit, share) === heldOut) return visit
  }
}

/** A shopper whose browser was here before. */
async function openAs(visit: string | undefined): Promise<Page> {
  const context = await browser.newContext()
  if (visit) await context.addInitScript((id) => localStorage.getItem('tandem:visit') ?? localStorage.setItem('tandem:visit', id), visit)
  await watchShifts(context)
  context.setDefaultTimeout(20_000)
  return context.newPage()
}

async function buyToy(page: Page): Promise<void> {
  await page.goto(simulator.productUrl(SHOP, `product-${TOY}`), { waitUntil: 'networkidle' })
  await page.locator('main').getByRole('button', { name: 'Add to cart' }).first().click()
  await page.waitForFunction(async () => (await (await fetch('/cart.js')).json()).item_count === 1)
  await page.goto(`${simulator.url}/checkout`)
  await page.getByRole('button', { name: 'Pay now' }).click()
  await page.getByText('Thank you').waitFor()
  await quiet()
}

it('tells the storefront who is held out, once something is live', () => {
  expect(note()).toEqual({ v: 1, salt: expect.stringMatching(/^[0-9a-f]{16}$/), epoch: 1, share: 0.1 })
})

it('shows no block, no gap and no shift to who is held out, who buys all the same; both arms’ orders land where they belong', async () => {
  const [heldOut, shown] = [await openAs(visitOf(true)), await openAs(visitOf(false))]
  for (const page of [heldOut, shown]) await buyToy(page)
  const heights = []
  for (const page of [heldOut, shown]) {
    await page.goto(simulator.productUrl(SHOP, `product-${TOY}`), { waitUntil: 'networkidle' })
    heights.push(await page.locator('.tandem').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height > 0)))
    expect(await shiftsOf(page)).toEqual([])
  }
  expect(heights).toEqual([[false], [true]])
  expect(await heldOut.locator('.shopify-app-block').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))).toEqual([
    0,
  ])
  expect(await rowsOf('SELECT is_held_out AS out, product_id::int AS product, sold_by AS by FROM offered ORDER BY 1')).toEqual([
    { out: false, product: CELLS, by: 'product-page/rule/cells' },
    { out: true, product: CELLS, by: 'product-page/rule/cells' },
  ])
  await askFor(database, 'measure', SHOP)
  await quiet()
  const sums = await rowsOf(
    "SELECT is_held_out AS out, sums[1] AS visitors, sums[5] AS revenue FROM measure_total WHERE scope = 'all' ORDER BY 1",
  )
  expect(sums).toEqual([
    { out: false, visitors: 1, revenue: 4_000 },
    { out: true, visitors: 1, revenue: 4_000 },
  ])
})

it('is in no arm on the first page, and is measured from the second on', async () => {
  const page = await openAs(undefined)
  const armOf = () => page.evaluate(() => document.documentElement.dataset['tandemArm'])
  await page.goto(simulator.productUrl(SHOP, `product-${TOY}`), { waitUntil: 'networkidle' })
  expect([await armOf(), await page.locator('.tandem').isVisible()]).toEqual(['unknown', true])
  await page.reload({ waitUntil: 'networkidle' })
  expect(['shown', 'held-out']).toContain(await armOf())
})

it('never holds the merchant out, and counts no visit of theirs', async () => {
  const page = await openAs(visitOf(true))
  await page.goto(`${simulator.productUrl(SHOP, `product-${TOY}`)}?tandem_own=1`, { waitUntil: 'networkidle' })
  expect(await page.evaluate(() => document.documentElement.dataset['tandemArm'])).toBe('own')
  expect(await page.locator('.tandem').isVisible()).toBe(true)
  await page.goto(simulator.productUrl(SHOP, `product-${TOY}`), { waitUntil: 'networkidle' })
  expect(await page.locator('.tandem').isVisible()).toBe(true)
})

it('draws the story on Shopify’s page of an order, says of one it does not know that it does not, and leads to all of it', async () => {
  const [known, other] = products.map(({ variants: [variant] }) =>
    shop.placeOrder({ customerId: null, attributes: {}, lines: [{ variantId: variant!.id, quantity: 1, properties: {} }] }),
  )
  await quiet()
  await rowsOf(`DELETE FROM "order" WHERE id = ${other!.id}`)
  const page = await (await browser.newContext()).newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${simulator.url}/store/${world.facts.handle}/orders`)
  await page.getByRole('link', { name: known!.name }).click()
  const block = page.locator('s-admin-block')
  await block.getByText('Nothing in this order was sold from an offer.').waitFor()
  await page.goto(`${simulator.url}/store/${world.facts.handle}/orders/${other!.id}`)
  await block.getByText('Tandem doesn’t have this order.').waitFor()
  await page.goBack()
  await block.getByRole('link', { name: 'View what its visitor came by' }).click()
  await page.frameLocator('#app').getByText('Robot').first().waitFor()
  await page.context().close()
})
