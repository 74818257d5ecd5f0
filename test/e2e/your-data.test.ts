import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCustomer, anOrder, aProduct, aWorld } from '../a/world.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { metafieldOwners } from '../simulator/metafield-owners.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { merchantsPage } from './merchant-page.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const products = [aProduct({ id: 1 }), aProduct({ id: 2 })]
const world = aWorld({
  products,
  customers: [aCustomer({ id: 7 })],
  orders: [anOrder({ id: 1, of: products, customerId: 7, createdAt: new Date(Date.now() - 200 * 86_400_000).toISOString() })],
})
const SHOP = world.facts.domain

let running: RunningShop
let browser: Browser
let page: Page
const admin = () => page.frameLocator('iframe').first()
const quiet = () => awaitQuiet(running.simulator, running.database)

beforeAll(async () => {
  running = await aRunningShop('your-data', world)
  browser = await openBrowser()
  page = await merchantsPage(browser, { viewport: { width: 390, height: 844 } })
  await page.goto(running.simulator.adminUrl(SHOP))
  await admin().getByText('Getting started').waitFor()
  await quiet()
})
afterAll(() => browser?.close())

/** What axe finds wrong with the app's own page, and whether it fits the width. */
async function faults(): Promise<unknown> {
  const frame = page.frames().find((one) => one.url().startsWith(running.app.url))!
  await frame.evaluate(axe)
  const wrong = await frame.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))')
  const tooWide = await frame.evaluate('document.documentElement.scrollWidth > innerWidth')
  return { wrong, tooWide }
}

it('allows older orders with one click, and they are read', async () => {
  await page.goto(running.simulator.adminUrl(SHOP, '/settings/privacy'))
  await page.route(/\/scopes$/, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await admin().getByRole('button', { name: 'Allow: Read all orders' }).click()
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  await admin().getByText('Shopify did not change it.').waitFor()
  await page.unrouteAll()
  await admin().getByRole('button', { name: 'Allow: Read all orders' }).click()
  await page.getByRole('heading', { name: 'Tandem asks for more access' }).waitFor()
  expect(await admin().getByText('Shopify did not change it.').count()).toBe(0)
  await page.getByRole('button', { name: 'Don’t allow' }).click()
  await admin().getByRole('button', { name: 'Allow: Read all orders' }).click()
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  await admin().getByRole('button', { name: 'Remove access: Read all orders' }).waitFor()
  await quiet()
  expect((await running.database.query('SELECT id FROM "order"')).rows).toHaveLength(1)
  expect(await faults()).toEqual({ wrong: [], tooWide: false })
})

it('hands over what is held about a customer who asked, and remembers that it was answered', async () => {
  running.simulator.tell(SHOP, {
    topic: 'customers/data_request',
    payload: { customer: { id: 7, email: 'a@example.com' }, orders_requested: [1], data_request: { id: 44 } },
  })
  await quiet()
  await page.goto(running.simulator.adminUrl(SHOP, '/settings/privacy'))
  await page.route(/requests\/44/, (route) => route.abort())
  await admin().getByRole('button', { name: 'Download CSV' }).click()
  await admin().getByText('The file could not be fetched. Try again.').waitFor()
  expect(await faults()).toEqual({ wrong: [], tooWide: false })
  await page.unrouteAll()
  const [file] = await Promise.all([page.waitForEvent('download'), admin().getByRole('button', { name: 'Download CSV' }).click()])
  expect(file.suggestedFilename()).toBe('data-request-44.csv')
  expect(
    readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n'),
  ).toHaveLength(3)
  await admin().getByRole('button', { name: 'Mark as answered' }).click()
  await admin().getByText('Answered on').waitFor()
  expect(await admin().getByText('could not be fetched').count()).toBe(0)
})

it('removes everything once the merchant has confirmed it, says so, and stays gone', async () => {
  await page.goto(running.simulator.adminUrl(SHOP, '/leave'))
  await admin().getByText('This will go').waitFor()
  expect(await faults()).toEqual({ wrong: [], tooWide: false })
  await admin().getByRole('main').getByRole('button', { name: 'Remove everything' }).click()
  await admin().getByRole('dialog').getByRole('button', { name: 'Keep it' }).click()
  await admin().getByRole('dialog').waitFor({ state: 'hidden' })
  await admin().getByRole('main').getByRole('button', { name: 'Remove everything' }).click()
  await admin().getByRole('dialog').getByRole('button', { name: 'Remove everything' }).click()
  await admin().getByText('Everything of ours is removed').waitFor()
  const shop = running.simulator.shops.get(SHOP)!
  expect(metafieldOwners(shop).flatMap((owner) => shop.metafields.of(owner))).toEqual([])
  await page.goto(running.simulator.adminUrl(SHOP, '/rules'))
  await admin().getByText('Everything of ours is removed').waitFor()
  expect(await faults()).toEqual({ wrong: [], tooWide: false })
})
