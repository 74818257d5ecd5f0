import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anOrder, aProduct, aWorld } from '../a/world.ts'
import { deliver } from '../running/deliver.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'

const COUNT = 1_000
const blob = { namespace: 'specs', key: 'blob', type: 'json', value: JSON.stringify('x'.repeat(2_000_000)) }
const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString()
const products = Array.from({ length: COUNT }, (_, at) =>
  aProduct({ id: at + 1, title: at === 499 ? 'Robot\0dog' : `Product ${at + 1}`, metafields: at === 699 ? [blob] : [] }),
)
const world = aWorld({ products, orders: [1, 2, 3].map((id) => anOrder({ id, of: products.slice(0, 2), createdAt: yesterday })) })
const SHOP = world.facts.domain

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
beforeAll(async () => {
  running = await aRunningShop('left-out', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, SHOP)
})
afterAll(() => browser?.close())

const count = async (table: string): Promise<number> =>
  Number((await running.database.query<{ count: string }>(`SELECT count(*) FROM ${table}`)).rows[0]!.count)

it('one poisoned product among a thousand, a line of 2 MB and an order of odd properties cost nothing else, and the merchant is told', async () => {
  expect(await count('product')).toBe(COUNT)
  const line = { id: 400, product_id: 1, variant_id: 11, quantity: 1, current_quantity: 1, price: '12.50' }
  const odd = [{ properties: {} }, { properties: [{ name: null, value: 'x' }] }, { properties: 'engraving' }]
  const order = {
    id: 4,
    currency: 'EUR',
    created_at: yesterday,
    processed_at: yesterday,
    updated_at: yesterday,
    cancelled_at: null,
    test: false,
  }
  const lines = odd.map((more, at) => ({ ...line, id: line.id + at, ...more }))
  expect(await deliver(running.app.url, SHOP, 'orders/create', { ...order, customer: null, line_items: lines })).toBe(200)
  await merchant.quiet()
  expect(await count('"order"')).toBe(4)
  await merchant.open('/settings/status')
  const card = merchant
    .admin()
    .locator('.Polaris-ShadowBevel')
    .filter({ has: merchant.admin().getByRole('heading', { name: 'What was left out of your shop’s data' }) })
  await card.getByText('Reason: “metafield specs.blob is too long to be read”').waitFor()
  expect(await merchant.faults()).toEqual([])
})
