import { pageMix } from '../a/rule-set.ts'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aRule, ofType } from '../a/rule.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { putInApp } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { merchantsPage, openMerchantPage, type MerchantPage } from './merchant-page.ts'

const toys = Array.from({ length: 30 }, (_, at) => aProduct({ id: at + 1, title: `Toy number ${at + 1}`, productType: 'Toy' }))
const batteries = Array.from({ length: 3 }, (_, at) => aProduct({ id: at + 101, title: `Battery ${at + 1}`, productType: 'Battery' }))
const world = aWorld({ products: [...toys, ...batteries] })
const SHOP = world.facts.domain
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
/** How far the page has moved under the merchant's eyes since it was opened, as Shopify's limit of 0.1 counts it. */
const SHIFTED = `new Promise((resolve) => {
  let sum = 0
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) sum += entry.value }))
    .observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(sum))
})`

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()
const put = (path: string, document: unknown) => putInApp(running.simulator, running.app.url, SHOP, path, document)

beforeAll(async () => {
  running = await aRunningShop('versions', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, SHOP)
  const rules = [
    aRule({ id: 'batteries', name: 'Batteries for toys', when: ofType('Toy'), where: ofType('Battery'), most: 2 }),
    aRule({ id: 'toys', name: 'Toys for batteries', when: ofType('Battery'), where: ofType('Toy'), state: 'draft' }),
  ]
  for (const rule of rules) await put(`/rules/${rule.id}`, rule)
})
afterAll(() => browser?.close())

/** What a shopper sees beside the product: how many cards its page was given. */
const offered = (id: number): number => {
  const field = running.simulator.shops
    .get(SHOP)!
    .metafields.of(`gid://shopify/Product/${id}`)
    .find(({ key }) => key === 'offers')
  return field ? (JSON.parse(field.value) as string[]).length : 0
}

it('waits until it is reviewed: every page that changes is shown before and after, and can be searched', async () => {
  await merchant.open('/rules')
  await admin().getByText('2 changes are not live yet').waitFor()
  await admin().getByText('Publishing changes 30 product pages.').waitFor()
  expect(await merchant.faults()).toEqual([])
  expect(offered(1)).toBe(0)
  await admin().getByRole('link', { name: 'Review and publish' }).click()
  await admin().getByText('It is a draft, so shoppers see nothing of it.').waitFor()
  await admin().getByText('Page 1 of 2').waitFor()
  await admin().getByPlaceholder('Search products').fill('number 30')
  await admin().getByText('Toy number 30').waitFor()
  await admin().getByText('Toy number 1', { exact: true }).waitFor({ state: 'detached' })
  expect(await admin().getByText('Added').count()).toBe(2)
  expect(await merchant.faults()).toEqual([])
})

it.each([
  { on: 'a desk', viewport: { width: 1280, height: 900 } },
  { on: 'a phone', viewport: { width: 390, height: 844 }, isMobile: true, userAgent: IPHONE },
])('moves nothing on $on by what comes after the first paint', async ({ on: _, ...options }) => {
  const page = await merchantsPage(browser, options)
  try {
    const { promise: isTime, resolve: goOn } = Promise.withResolvers<void>()
    await page.route(/review\/waiting/, (route) => isTime.then(() => route.continue()))
    await page.goto(running.simulator.adminUrl(SHOP, '/rules'))
    const app = page.frameLocator('iframe').first()
    await app.getByText('2 changes are not live yet').waitFor()
    const table = app.getByText('Toys for batteries').first()
    const before = await table.boundingBox()
    goOn()
    await app.getByText('Publishing changes 30 product pages.').waitFor()
    expect(await table.boundingBox()).toEqual(before)
    const frame = page.frames().find((one) => one.url().startsWith(running.app.url))!
    expect(await frame.evaluate(SHIFTED)).toBeLessThan(0.1)
  } finally {
    await page.close()
  }
})

it('is published with a note, and the shop follows', async () => {
  await admin().getByLabel('Note (optional)').fill('Batteries before the holidays')
  await admin().getByRole('button', { name: 'Publish version 1' }).click()
  await admin().getByText('Batteries before the holidays').waitFor()
  await admin().getByText('by you').waitFor()
  await admin().getByText('2 rules · 2 changes · 30 product pages changed').waitFor()
  expect(await merchant.faults()).toEqual([])
  await merchant.quiet()
  expect(offered(1)).toBe(2)
})

/** Opens the rules with a banner that asks in vain for what waits, until it is let go on. */
async function openUntold(): Promise<() => void> {
  const { promise: isTime, resolve: goOn } = Promise.withResolvers<void>()
  await merchant.page.route(/__manifest|review\/waiting/, async (route) => {
    await isTime
    await route.continue()
  })
  await merchant.open('/rules')
  await admin().getByText('Batteries for toys').first().waitFor()
  return goOn
}

it('deletes a rule before the page has all that it asked for, and takes it back, to the letter', async () => {
  const goOn = await openUntold()
  await admin().getByLabel('Select Batteries for toys').or(admin().getByRole('checkbox').nth(1)).first().click({ force: true })
  await admin()
    .getByRole('button', { name: 'Actions' })
    .or(admin().getByRole('button', { name: 'More actions' }))
    .first()
    .click()
  await admin().getByRole('button', { name: 'Delete' }).click()
  await admin().getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  const undo = merchant.page.getByRole('button', { name: 'Undo' })
  await undo.waitFor()
  goOn()
  await admin().getByText('1 change is not live yet').waitFor()
  await undo.click()
  await merchant.page.getByText('Undone').waitFor()
  await admin().getByText('1 change is not live yet').waitFor({ state: 'detached' })
})

it('shows the shop nothing of an edit, and goes back by restoring', async () => {
  const rule = aRule({ id: 'batteries', name: 'Batteries for toys', when: ofType('Toy'), where: ofType('Battery'), most: 1 })
  await put('/rules/batteries', rule)
  await merchant.quiet()
  expect(offered(1)).toBe(2)
  await merchant.open('/review')
  await admin().getByText('offer one product').waitFor()
  await admin().getByRole('button', { name: 'Publish version 2' }).click()
  await admin().getByText('Version 2', { exact: true }).waitFor()
  await merchant.quiet()
  expect(offered(1)).toBe(1)
  await merchant.open('/history/1')
  await admin().getByText('This is the first version').waitFor()
  expect(await merchant.faults()).toEqual([])
  await admin().getByRole('button', { name: 'Restore this version' }).click()
  await admin().getByText('Review and publish', { exact: true }).waitFor()
  await merchant.quiet()
  expect(offered(1)).toBe(1)
  await admin().getByRole('button', { name: 'Publish version 3' }).click()
  await admin().getByText('the same as version 1').waitFor()
  await merchant.quiet()
  expect(offered(1)).toBe(2)
})

it('discards what waits once it is confirmed', async () => {
  await put('/placements', pageMix('open'))
  await put('/settings', { exclusion: ofType('Battery'), neverTogether: [] })
  await merchant.open('/review')
  await admin().getByText('Never offered: a product of type Battery.').waitFor()
  await admin().getByRole('button', { name: 'Discard changes' }).click()
  await admin().getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click()
  await admin().getByPlaceholder('Search rules').waitFor()
  await merchant.open('/review')
  await admin().getByText('Nothing to publish').waitFor()
  expect(await merchant.faults()).toEqual([])
})
