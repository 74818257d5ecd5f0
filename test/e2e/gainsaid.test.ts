import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { deliver } from '../running/deliver.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'

const world = aWorld({ products: [aProduct({ id: 1 }), aProduct({ id: 2 })] })
const SHOP = world.facts.domain
const TITLE = 'Nothing was deleted: this app is still in your shop'

let browser: Browser
let running: RunningShop
let merchant: MerchantPage

beforeAll(async () => {
  running = await aRunningShop('gainsaid', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, SHOP)
})
afterAll(() => browser?.close())

it('a merchant is told of what Shopify gainsays, and keeps everything', async () => {
  expect(await deliver(running.app.url, SHOP, 'shop/redact', {})).toBe(200)
  await merchant.quiet()
  await merchant.open()
  await merchant.admin().getByText(TITLE).waitFor()
  expect(await merchant.faults()).toEqual([])
  await merchant.admin().getByRole('button', { name: 'Keep everything' }).click()
  await merchant.admin().getByText(TITLE).waitFor({ state: 'detached' })
  expect((await running.database.query('SELECT FROM delivery WHERE applied_at IS NULL')).rowCount).toBe(0)
  expect((await running.database.query('SELECT FROM product')).rowCount).toBe(2)
})
