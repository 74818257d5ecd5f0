import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aRule, ofType } from '../a/rule.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { publishInApp, putInApp } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { placeBlock } from '../simulator/storefront/place-block.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'

const world = aWorld({
  products: [
    ...Array.from({ length: 4 }, (_, at) => aProduct({ id: 1 + at, productType: 'Toy', title: `Toy ${at + 1}` })),
    ...Array.from({ length: 3 }, (_, at) => aProduct({ id: 11 + at, productType: 'Battery', title: `Cells ${at + 1}` })),
  ],
})
const SHOP = world.facts.domain

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()
const card = (placement: string) =>
  admin()
    .locator('.Polaris-ShadowBevel')
    .filter({ has: admin().getByRole('heading', { name: placement, exact: true }) })
const mixes = async () =>
  (await running.database.query<{ placement: string; mix: unknown }>('SELECT placement, mix FROM placement_setting ORDER BY 1')).rows

beforeAll(async () => {
  running = await aRunningShop('placements-page', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, SHOP)
  const rule = aRule({ id: 'cells', when: ofType('Toy'), where: ofType('Battery') })
  await putInApp(running.simulator, running.app.url, SHOP, '/rules/cells', rule)
  await publishInApp(running.simulator, running.app.url, SHOP)
  await merchant.quiet()
})
afterAll(() => browser?.close())

it('draws every page with its slots, and says whose the cards are that shoppers see first', async () => {
  await merchant.open('/placements')
  await card('Product page').getByText('100% are yours and 0% the AI’s').waitFor()
  await card('Home page').getByText('Nothing is published here yet.').waitFor()
  for (const page of ['Product page', 'Cart page', 'Cart drawer', 'Home page', 'Collection pages', 'Search results'])
    await card(page)
      .getByRole('img', { name: `${page} with 1 slots` })
      .waitFor()
  expect(await merchant.faults()).toEqual([])
})

it('has no checkout where the plan has none, and says of what comes after it whether the block was added', async () => {
  await merchant.open('/placements')
  await card('Thank-you page').getByText('Block not added yet').waitFor()
  expect(await card('Checkout').count()).toBe(0)
  await card('Thank-you page').getByRole('link', { name: 'Place its block' }).click()
  const form = merchant.page.locator('form', { hasText: 'Tandem after the purchase' })
  await form.getByRole('spinbutton').fill('2')
  await form.getByRole('button', { name: 'Add block' }).click()
  await form.getByRole('button', { name: 'Remove' }).waitFor()
  expect(await merchant.page.getByText('Tandem offers at checkout').count()).toBe(0)
  await merchant.open('/placements')
  await card('Thank-you page').getByText('Block added').waitFor()
  await card('Customer account').getByText('Block not added yet').waitFor()
  expect(await merchant.faults()).toEqual([])
})

it('says of a page that holds more of our blocks than it has room for', async () => {
  const { themeFiles } = running.simulator.shops.get(SHOP)!
  for (let block = 0; block < 4; block += 1) placeBlock(themeFiles, {}, { name: `tandem-${block}` })
  await merchant.open('/placements')
  await admin().getByText('templates/product.json holds 4 blocks of Tandem').waitFor()
  expect(await card('Cart page').getByRole('link', { name: 'Add its block in the theme editor' }).getAttribute('href')).toMatch(
    /template=cart&addAppBlockId=[^/]+\/cart-offers&target=newAppsSection$/,
  )
  expect(await merchant.faults()).toEqual([])
})

it('takes a second slot, filled from what the merchant chooses in the order that he chooses, and keeps it', async () => {
  await card('Product page').getByRole('button', { name: 'Add a slot' }).click()
  await card('Product page').getByLabel('Add a source').selectOption('best sellers')
  await card('Product page').getByRole('button', { name: 'Move up: best sellers' }).click()
  await card('Product page').getByRole('button', { name: 'Remove: your rules' }).click()
  await card('Product page').getByRole('button', { name: 'Add a preference' }).click()
  await admin().getByRole('button', { name: 'Save' }).click()
  await admin().getByText('Choose at least one').first().waitFor()
  await card('Product page').getByRole('button', { name: 'Remove this preference' }).click()
  await admin().getByRole('button', { name: 'Save' }).click()
  await merchant.page.getByText('Settings saved').waitFor()
  expect(await mixes()).toEqual([
    {
      placement: 'product-page',
      mix: {
        slots: [
          { lock: 'locked', sources: ['rules', 'bought-together'] },
          { lock: 'open', sources: ['popular', 'bought-together'] },
        ],
        adjust: [],
      },
    },
  ])
  await merchant.open('/review')
  await admin()
    .getByText(/Product page: Only my rules; open \(best sellers, bought together\)\./)
    .waitFor()
  expect(await merchant.faults()).toEqual([])
})

it('goes back to what holds without a word', async () => {
  await merchant.open('/placements')
  await card('Product page').getByRole('button', { name: 'Remove slot 2' }).click()
  await admin().getByRole('button', { name: 'Save' }).click()
  await merchant.page.getByText('Settings saved').waitFor()
  expect(await mixes()).toEqual([])
})

it('switches on that Shopify’s own lists say what rules say, tells what became of it, and switches it off again', async () => {
  const { metafields } = running.simulator.shops.get(SHOP)!
  const list = () =>
    metafields.get('gid://shopify/Product/1', 'shopify--discovery--product_recommendation', 'complementary_products')?.value
  const own = card('In Shopify’s own sections')
  await own.getByRole('button', { name: 'Switch on: Complementary products' }).click()
  await merchant.page.getByText('Your shop follows in a moment').waitFor()
  await merchant.quiet()
  expect(JSON.parse(list()!)).toHaveLength(3)
  await merchant.open('/placements')
  await own.getByText('Products whose list your rules fill: 4.').waitFor()
  expect(await merchant.faults()).toEqual([])
  await own.getByRole('button', { name: 'Switch off: Complementary products' }).click()
  await own.getByRole('button', { name: 'Switch on: Complementary products' }).waitFor()
  await merchant.quiet()
  expect(list()).toBeUndefined()
})
