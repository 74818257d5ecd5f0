import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { loadWorld } from '../simulator/world/cached-world.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'
import { specs } from './specs.ts'

const toy = (id: number, needs: number) =>
  aProduct({ id, title: `Robot ${id}`, productType: 'Toy', metafields: specs({ battery_size: 'AA', battery_count: needs }) })
const pack = (id: number, holds: number) =>
  aProduct({ id, title: `AA, pack of ${holds}`, productType: 'Batteries', metafields: specs({ battery_size: 'AA', pack_size: holds }) })
const phoneCase = aProduct({ id: 20, title: 'Leather case', productType: 'Phone case' })
const gadgets = aWorld({ products: [toy(1, 3), toy(2, 8), pack(11, 4), pack(12, 8), phoneCase] })
const tea = await loadWorld('kiln-and-leaf', { now: new Date(), folder: '.data/worlds' })
const SHOP = gadgets.facts.domain

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()

beforeAll(async () => {
  running = await aRunningShop('templates', gadgets, tea)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, SHOP)
})
afterAll(() => browser?.close())

it('shows what the shop’s own goods fill, and why the rest is empty', async () => {
  await merchant.open('/rules')
  await admin().getByRole('link', { name: 'Start from a template' }).first().click()
  await admin().getByRole('heading', { name: 'Batteries by battery_size' }).waitFor()
  await admin().getByText('2 product pages').waitFor()
  await admin()
    .getByText(/^When a shopper looks at a product with a “specs.battery_size”.*in packs of .* that cover the/)
    .waitFor()
  await admin().getByText('AA, pack of 4').waitFor()
  await admin()
    .getByText(/^You sell Phone case, but nothing says what they go with/)
    .waitFor()
  await admin()
    .getByText(/^No product’s type, category or tag says so. Looked for memory card/)
    .waitFor()
  expect(await merchant.faults()).toEqual([])
})

it('makes one a draft, which waits for the merchant’s word', async () => {
  await admin().getByRole('button', { name: 'Make a draft of Batteries by battery_size' }).click()
  await admin().getByLabel('Name').waitFor()
  expect(await admin().getByLabel('Name').inputValue()).toBe('Batteries by battery_size')
  await admin().getByText('Draft', { exact: true }).waitFor()
  await admin().getByText('2 product pages').waitFor()
  await merchant.open('/templates')
  await admin().getByRole('link', { name: 'You have this rule: Batteries by battery_size' }).waitFor()
  expect(await admin().getByRole('button', { name: 'Make a draft' }).count()).toBe(0)
})

it('offers a shop of tea nothing that is not tea’s', async () => {
  const other = await openMerchantPage(browser, running, tea.facts.domain, 'nothing')
  await other.open('/templates')
  await other.admin().getByText('What your shop has nothing for').waitFor()
  expect(await other.admin().getByRole('button', { name: 'Make a draft' }).count()).toBe(0)
  expect(await other.faults()).toEqual([])
})
