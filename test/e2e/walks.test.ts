import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'

const TOYS = 300
const world = aWorld({
  products: [
    ...Array.from({ length: TOYS }, (_, at) => aProduct({ id: 1 + at, productType: 'Toy', title: `Toy ${at + 1}` })),
    ...Array.from({ length: 4 }, (_, at) => aProduct({ id: 1_001 + at, productType: 'Battery', title: `Cells ${at + 1}` })),
  ],
})
const SHOP = world.facts.domain
/** Seconds that somebody takes for one act who reads what it brings: to aim, to press, to look. */
const AN_ACT = 5
const TWO_MINUTES = 120

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
/** What the merchant has done so far. */
let acts = 0
const admin = () => merchant.admin()

beforeAll(async () => {
  running = await aRunningShop('walks', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, SHOP)
})
afterAll(() => browser?.close())

async function press(what: Locator): Promise<void> {
  acts += 1
  await what.click()
}

async function chooseType(at: number, name: string): Promise<void> {
  await press(admin().getByPlaceholder('Search types').nth(at))
  acts += 1
  await merchant.page.keyboard.type(name)
  await press(admin().getByRole('option', { name, exact: true }))
  await merchant.page.keyboard.press('Escape')
}

it('batteries stand beside 300 toys after so few acts that they take no two minutes', async () => {
  acts = 0
  await press(admin().getByRole('link', { name: 'Make a rule' }))
  acts += 1
  await admin().getByLabel('Name').fill('Batteries for toys')
  await chooseType(0, 'Toy')
  await chooseType(1, 'Battery')
  await admin().getByText(`${TOYS} product pages`).waitFor()
  await press(admin().getByRole('button', { name: 'Activate' }))
  await merchant.page.getByText('Shoppers see it once you publish').waitFor()
  await press(merchant.page.getByRole('button', { name: 'Review and publish' }))
  await admin().getByText(`${TOYS} product pages change`).first().waitFor()
  await press(admin().getByRole('button', { name: 'Publish version 1' }))
  await merchant.page.getByText('Version 1 is published').waitFor()
  await merchant.quiet()
  const shop = running.simulator.shops.get(SHOP)!
  for (const id of [1, 150, TOYS])
    expect(shop.metafields.of(`gid://shopify/Product/${id}`).find(({ key }) => key === 'offers')?.value).toContain('Product/1001')
  expect(acts * AN_ACT).toBeLessThanOrEqual(TWO_MINUTES)
})

it('why a page shows what it shows is told two acts from home', async () => {
  await merchant.open()
  await admin().getByText('Getting started').waitFor()
  acts = 0
  await press(merchant.page.getByRole('link', { name: 'Product pages' }))
  await press(admin().getByText('Toy 1', { exact: true }))
  await admin().getByText('Your rule “Batteries for toys”').first().waitFor()
  expect(acts).toBe(2)
})
