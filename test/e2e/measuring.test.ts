import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aRule, ofType } from '../a/rule.ts'
import { anOrder, aProduct, aWorld } from '../a/world.ts'
import { publishInApp, putInApp } from '../running/merchant.ts'
import { aSyncedShop } from '../running/synced-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'

const TOY = aProduct({ id: 1, title: 'Robot', productType: 'Toy' })
const CELLS = aProduct({ id: 2, title: 'Four cells', productType: 'Batteries' })
const ORDER = 7_001
const world = aWorld({ products: [TOY, CELLS], orders: [anOrder({ id: ORDER, of: [TOY, CELLS] })] })
const SHOP = world.facts.domain
const running = await aSyncedShop('measuring-kept', world)
const { simulator, app, quiet, rowsOf } = running
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()
const bar = () => merchant.page.getByRole('region', { name: 'Unsaved changes' })
const share = () => admin().getByLabel('Visitors who see no offers')

beforeAll(async () => {
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, SHOP)
})
afterAll(() => browser?.close())

it('says that there is nothing to measure yet before something was published', async () => {
  await merchant.open('/settings')
  await admin().getByText('Measuring begins by itself').waitFor()
})

it('keeps what is chosen through a reload, saves it by itself and has the shop follow', async () => {
  await putInApp(
    simulator,
    app.url,
    SHOP,
    '/rules/cells',
    aRule({ id: 'cells', name: 'Cells', when: ofType('Toy'), where: ofType('Batteries') }),
  )
  await publishInApp(simulator, app.url, SHOP)
  await quiet()
  await merchant.open('/settings')
  await share().selectOption('0')
  await admin().getByText('nothing is compared').waitFor()
  await admin().getByLabel('Pause rules that cost you buyers').check()
  await bar().waitFor()
  merchant.page.once('dialog', (dialog) => void dialog.accept())
  await merchant.page.reload()
  await expect.poll(() => share().inputValue()).toBe('0')
  await merchant.page.locator('#save').click()
  await bar().waitFor({ state: 'hidden' })
  await quiet()
  expect(await rowsOf('SELECT own_share AS share, may_pause AS pause FROM measurement')).toEqual([{ share: 0, pause: true }])
  // Rules and settings are as they were: nothing waits to be published.
  expect(await rowsOf('SELECT count(*)::int AS versions FROM rule_version')).toEqual([{ versions: 1 }])
  expect(await merchant.faults()).toEqual([])
})

it('leads from an address of Shopify’s to the order’s story', async () => {
  await rowsOf(`UPDATE order_line SET sold_by = 'product-page/rule/cells' WHERE order_id = ${ORDER} AND product_id = 2`)
  await merchant.open('/results/orders')
  await admin().getByText('Four cells: sold from Product page, rule “Cells”').waitFor()
  await admin().getByLabel('Look up an order').fill('yesterday’s')
  await admin().getByRole('button', { name: 'Look up', exact: true }).click()
  await admin().getByText('Enter an order’s address or number.').waitFor()
  await admin().getByLabel('Look up an order').fill(`https://admin.shopify.com/store/a-shop/orders/${ORDER}`)
  await admin().getByRole('button', { name: 'Look up', exact: true }).click()
  await admin().getByRole('heading', { name: 'Unknown' }).waitFor()
  await admin().getByText('The order was placed before measuring began.').waitFor()
  expect(await merchant.faults()).toEqual([])
})
