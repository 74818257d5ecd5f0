import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { merchantsPage, openMerchantPage, type MerchantPage } from './merchant-page.ts'

const world = aWorld({ products: [aProduct({ id: 1, productType: 'Toy' }), aProduct({ id: 2, productType: 'Battery' })] })

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()
const bar = () => merchant.page.getByRole('region', { name: 'Unsaved changes' })

beforeAll(async () => {
  running = await aRunningShop('settings-kept', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, world.facts.domain)
})
afterAll(() => browser?.close())

it('placements are kept through a reload, and the second of two tabs is told what the first did', async () => {
  const filledBy = (frame = admin()) => frame.getByLabel('Slot 1').first()
  await merchant.open('/placements')
  await filledBy().selectOption('open')
  await bar().waitFor()
  merchant.page.once('dialog', (dialog) => void dialog.accept())
  await merchant.page.reload()
  await expect.poll(() => filledBy().inputValue()).toBe('open')
  const second = await merchantsPage(browser)
  await second.goto(merchant.page.url())
  const theirs = second.frameLocator('iframe').first()
  await filledBy(theirs).selectOption('off')
  await theirs.getByRole('button', { name: 'Save' }).click()
  await second.getByText('Settings saved').first().waitFor()
  await second.context().close()
  await merchant.page.locator('#save').click()
  await admin().getByText('These settings were changed meanwhile').waitFor()
  await admin().getByText('Product page: Nothing.').waitFor()
  expect(await merchant.faults()).toEqual([])
  await admin().getByRole('button', { name: 'Keep mine' }).click()
  await bar().waitFor({ state: 'hidden' })
  const { rows } = await running.database.query<{ lock: string }>(`SELECT mix->'slots'->0->>'lock' AS lock FROM placement_setting`)
  expect(rows).toEqual([{ lock: 'open' }])
})

it('the second tab may take what the first made of settings', async () => {
  const floor = (frame = admin()) => frame.getByLabel('Above the cost, at least')
  await merchant.open('/settings')
  await floor().fill('10')
  const second = await merchantsPage(browser)
  await second.goto(merchant.page.url())
  const theirs = second.frameLocator('iframe').first()
  await floor(theirs).fill('33')
  await theirs.getByRole('button', { name: 'Save' }).click()
  await second.getByText('Settings saved').first().waitFor()
  await second.context().close()
  await merchant.page.locator('#save').click()
  await admin().getByText('33%').waitFor()
  await admin().getByRole('button', { name: 'Take theirs' }).click()
  await bar().waitFor({ state: 'hidden' })
  expect(await floor().inputValue()).toBe('33')
  expect((await running.database.query('SELECT above_cost FROM price_floor')).rows).toEqual([{ above_cost: 3300 }])
})

it('an old address leads to where its page is now', async () => {
  await merchant.open('/findings')
  await admin().getByRole('heading', { name: 'Problems', exact: true }).waitFor()
})
