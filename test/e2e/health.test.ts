import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { askFor } from '../running/ask-for.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'

const world = aWorld({ products: Array.from({ length: 12 }, (_, at) => aProduct({ id: at + 1 })) })
const SHOP = world.facts.domain
const WHY = 'Shopify did not answer for ten minutes: https://tiny.myshopify.com/admin/api/2026-07/graphql.json'

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()
const card = (title: string) =>
  admin()
    .locator('.Polaris-ShadowBevel')
    .filter({ has: admin().getByRole('heading', { name: title }) })

beforeAll(async () => {
  running = await aRunningShop('health-page', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, SHOP)
})
afterAll(() => browser?.close())

it('says where nothing is wrong that nothing is', async () => {
  await merchant.open('/settings/status')
  for (const words of ['Nothing is running.', 'Nothing is waiting.', 'Nothing has failed.']) await admin().getByText(words).waitFor()
  expect(await merchant.faults()).toEqual([])
})

it('shows what runs with how far it is, and stops it', async () => {
  // However often it is asked for again: on a slow machine the merchant comes late.
  running.simulator.weather(SHOP).files.next(20, { kind: 'hang', milliseconds: 600_000 })
  await askFor(running.database, 'sync', SHOP)
  await card('Running now').getByText('Reading your products and orders').waitFor()
  await card('Running now')
    .getByText(/^Since /)
    .waitFor()
  expect(await merchant.faults()).toEqual([])
  await admin().getByRole('button', { name: 'Stop: Reading your products and orders' }).click()
  await card('Failed')
    .getByText(/^You stopped this/)
    .waitFor()
  running.simulator.weather(SHOP).clear()
})

it('puts first what needs the merchant, who has it tried again', async () => {
  await running.database.query(
    `INSERT INTO jobs.job (name, data, singleton_key, policy, state, output, completed_on) VALUES ('check', $1, $2, 'stately', 'failed', $3, now())`,
    [{ shop: SHOP }, SHOP, { message: WHY }],
  )
  await running.database.query(
    `INSERT INTO delivery (shop_id, topic, webhook_id, kept, triggered_at, tries, failure)
     VALUES ($1, 'products/update', 'set-aside', '{"kind":"product","id":1}', now(), 3, $2)`,
    [SHOP, WHY],
  )
  await card('Failed').getByText('Checking that your pages show what was published').waitFor()
  await card('Changes that could not be taken over').getByText('products/update').waitFor()
  expect(await admin().getByRole('heading', { level: 2 }).first().textContent()).toBe('Failed')
  expect(await merchant.faults()).toEqual([])
  // Each in its turn: what is taken off the page moves what stands below it, and a click on its way meets nothing.
  for (const job of ['Checking that your pages show what was published', 'Reading your products and orders']) {
    const again = admin().getByRole('button', { name: `Try again: ${job}` })
    await again.click()
    await again.waitFor({ state: 'hidden' })
  }
  await merchant.quiet()
  await admin().getByText('Nothing has failed.').waitFor()
  await admin().getByRole('button', { name: 'Try all again' }).click()
  await admin().getByText('Changes that could not be taken over').waitFor({ state: 'hidden' })
  await merchant.quiet()
  const { rows } = await running.database.query(`SELECT failure FROM delivery WHERE webhook_id = 'set-aside' AND applied_at IS NOT NULL`)
  expect(rows).toEqual([{ failure: null }])
})
