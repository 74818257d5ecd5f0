import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aRule, ofType } from '../a/rule.ts'
import { aCollection, anOrder, aProduct, aWorld } from '../a/world.ts'
import { adminPages } from '../running/admin-pages.ts'
import { publishInApp, putInApp } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'

/** A small phone, a phone, a desk at 200 % and a desk. */
const WIDTHS = [320, 390, 640, 1280]

const toys = [10, 20, 30].map((price, at) => aProduct({ id: 1 + at, title: `Toy ${price}`, productType: 'Toy', price: price * 100 }))
const world = aWorld({
  products: [...toys, aProduct({ id: 9, title: 'Cells', productType: 'Battery' })],
  collections: [aCollection({ of: toys })],
  orders: [anOrder({ id: 5, of: toys, createdAt: new Date(Date.now() - 86_400_000).toISOString() })],
})

const group = (name: string) => ({ kind: 'all' as const, of: [ofType(name)] })
const rules = [
  aRule({ id: 'cells', name: 'Cells for toys', when: group('Toy'), where: group('Battery') }),
  aRule({ id: 'nothing', name: 'What no product is beside', when: group('Boat'), where: group('Battery') }),
]

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()

beforeAll(async () => {
  running = await aRunningShop('every-page', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, world.facts.domain)
  const { simulator, app } = running
  const put = (rule: (typeof rules)[number], name: string) =>
    putInApp(simulator, app.url, world.facts.domain, `/rules/${rule.id}`, { ...rule, name })
  for (const rule of rules) await put(rule, rule.name)
  await publishInApp(simulator, app.url, world.facts.domain)
  await put(rules[0]!, 'Cells for every toy')
  await merchant.quiet()
})
afterAll(() => browser?.close())

describe('every page of the admin, in a shop with rules, a problem and a change that waits', () => {
  it.each(adminPages({ 'rules/:id': ['new', 'cells'], 'products/:id': [1], 'results/orders/:id': [5], 'history/:number': [1] }))(
    '“%s” can be read by everybody at every width, and is not wider',
    async (path) => {
      await merchant.open(path)
      await merchant.admin().locator('.Polaris-Page').first().waitFor()
      await merchant.admin().getByText('Working on it.').waitFor({ state: 'detached' })
      expect(await merchant.faults(WIDTHS)).toEqual([])
    },
  )
})

it('product pages are listed by what they show', async () => {
  await merchant.open('/products')
  const listed = async () =>
    (
      await admin()
        .getByRole('link', { name: /^Open / })
        .evaluateAll((all) => all.map((one) => (one as unknown as { ariaLabel: string }).ariaLabel))
    ).sort()
  await expect.poll(listed).toHaveLength(4)
  await admin().getByLabel('Show', { exact: true }).selectOption('That show nothing')
  await expect.poll(listed).toEqual(['Open Cells'])
  await admin().getByLabel('Show', { exact: true }).selectOption('With offers from your rules')
  await expect.poll(listed).toEqual(['Open Toy 10', 'Open Toy 20', 'Open Toy 30'])
  await admin().getByLabel('Show', { exact: true }).selectOption('With bought together')
  await admin().getByText('No product page is like this.').waitFor()
})

it('history says since when what is live is live', async () => {
  await merchant.open('/history')
  await admin()
    .getByText(/^Live since /)
    .waitFor()
  expect(
    await admin()
      .getByRole('link', { name: /View in your shop/ })
      .getAttribute('href'),
  ).toContain('/products/product-')
})
