import type { Browser, Dialog, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { fillRule, merchantsPage, openMerchantPage, type MerchantPage } from './merchant-page.ts'

const world = aWorld({
  products: [
    ...[10, 20, 30].map((price, at) => aProduct({ id: 1 + at, title: `Toy ${price}`, productType: 'Toy', price: price * 100 })),
    aProduct({ id: 9, title: 'Cells', productType: 'Battery' }),
  ],
})

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()
const bar = () => merchant.page.getByRole('region', { name: 'Unsaved changes' })
const name = () => admin().getByLabel('Name', { exact: true })
const saved = async () => (await running.database.query<{ name: string }>(`SELECT document->>'name' AS name FROM rule ORDER BY 1`)).rows
const answerWith = (how: (dialog: Dialog) => Promise<void>) => merchant.page.once('dialog', (dialog) => void how(dialog))

beforeAll(async () => {
  running = await aRunningShop('unsaved', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, world.facts.domain)
})
afterAll(() => browser?.close())
beforeEach(async () => {
  await running.database.query('TRUNCATE rule')
  await merchant.forgetDrafts()
})
afterEach(() => merchant.page.unrouteAll({ behavior: 'ignoreErrors' }))

const fill = () => fillRule(merchant, 'Cells for toys')
/** The first that is sent there is lost; what is read of it is not. */
async function loseFirst(path: RegExp): Promise<void> {
  let left = 1
  const isLost = (route: Route) => route.request().method() !== 'GET' && left-- > 0
  await merchant.page.route(path, (route) => (isLost(route) ? route.abort('connectionfailed') : route.fallback()))
}

it('what is typed outlives a reload, and is gone once it was discarded', async () => {
  await fill()
  await bar().waitFor()
  answerWith((dialog) => dialog.accept())
  await merchant.page.reload()
  await admin().getByText('Your unsaved changes are back').waitFor()
  expect(await name().inputValue()).toBe('Cells for toys')
  await admin().getByText('3 product pages').waitFor()
  answerWith((dialog) => dialog.accept())
  await merchant.page.locator('#discard').click()
  await bar().waitFor({ state: 'hidden' })
  expect(await name().inputValue()).toBe('')
  await merchant.page.reload()
  await name().waitFor()
  expect(await name().inputValue()).toBe('')
})

it.each<{ readonly way: string; readonly leave: () => Promise<unknown> }>([
  { way: 'the way back on the page', leave: () => admin().getByRole('link', { name: 'Rules', exact: true }).first().click() },
  { way: 'the admin’s navigation', leave: () => merchant.page.getByRole('link', { name: 'Settings' }).click() },
  { way: 'the admin’s own pages', leave: () => merchant.page.getByRole('link', { name: 'Products', exact: true }).first().click() },
])('asks before $way takes what is unsaved along', async ({ leave }) => {
  await fill()
  await bar().waitFor()
  const asked: string[] = []
  answerWith(async (dialog) => {
    asked.push(dialog.message())
    await dialog.dismiss()
  })
  await leave()
  await expect.poll(() => asked).toEqual([expect.stringMatching(/^Leave page with unsaved changes/)])
  expect(await name().inputValue()).toBe('Cells for toys')
  answerWith((dialog) => dialog.accept())
  await leave()
  await name().waitFor({ state: 'detached' })
})

it('settings are kept where they cannot be saved, through a reload, and saved in the end', async () => {
  const floor = () => admin().getByLabel('Above the cost, at least')
  await merchant.open('/settings')
  await floor().fill('12x')
  await admin().getByText('Say a percentage from 0 to 900').waitFor()
  await floor().fill('12,5')
  await admin().getByText('Say a percentage from 0 to 900').waitFor({ state: 'detached' })
  await loseFirst(/\/app\/settings\.data/)
  await merchant.page.locator('#save').click()
  await admin().getByText('Could not save. Your changes are still here.').waitFor()
  answerWith((dialog) => dialog.accept())
  await merchant.page.reload()
  await expect.poll(() => floor().inputValue()).toBe('12.5')
  await merchant.page.locator('#save').click()
  await bar().waitFor({ state: 'hidden' })
  expect((await running.database.query('SELECT above_cost FROM price_floor')).rows).toEqual([{ above_cost: 1250 }])
})

it('the bar saves', async () => {
  await fill()
  await merchant.page.locator('#save').click()
  await bar().waitFor({ state: 'hidden' })
  expect(await saved()).toEqual([{ name: 'Cells for toys' }])
  await admin().getByRole('button', { name: 'Delete' }).waitFor()
  await name().fill('Cells for all toys')
  await bar().waitFor()
  await name().fill('Cells for toys')
  await bar().waitFor({ state: 'hidden' })
})

it('new rules come last, and the merchant moves them', async () => {
  for (const one of ['First', 'Second', 'Third']) {
    await fill()
    await name().fill(one)
    await merchant.page.locator('#save').click()
    await admin().getByRole('button', { name: 'Delete' }).waitFor()
  }
  await merchant.open('/rules')
  const order = async () =>
    (
      await admin()
        .getByRole('link', { name: /^(First|Second|Third)$/ })
        .allInnerTexts()
    ).join()
  await expect.poll(order).toBe('First,Second,Third')
  await admin().getByRole('button', { name: 'Move “Third” up' }).press('Enter')
  await expect.poll(order).toBe('First,Third,Second')
  await admin().getByRole('button', { name: 'Move “First” down' }).click()
  await expect.poll(order).toBe('Third,First,Second')
  await admin().getByRole('button', { name: 'Move “Third” up' }).click()
  await merchant.page.getByText('Nothing to change').first().waitFor()
  expect(await merchant.faults()).toEqual([])
})

describe('two tabs', () => {
  const mine = () => merchant.page.frameLocator('iframe').first()

  /** A rule that is saved, open in two tabs; `other` is what stands in the second. */
  async function openTwice() {
    await fill()
    await merchant.page.locator('#save').click()
    await admin().getByRole('button', { name: 'Delete' }).waitFor()
    const second = await merchantsPage(browser)
    await second.goto(merchant.page.url())
    const theirs = second.frameLocator('iframe').first()
    await theirs.getByRole('button', { name: 'Delete' }).waitFor()
    return { second, theirs }
  }

  it('who saves second is told what the first did, and chooses', async () => {
    const { second, theirs } = await openTwice()
    await theirs.getByLabel('At most').selectOption('2')
    await theirs.getByLabel('Name', { exact: true }).fill('Two cells')
    await second.locator('#save').click()
    await second.locator('#save-bar').waitFor({ state: 'hidden' })
    await name().fill('Mine')
    await merchant.page.locator('#save').click()
    await mine().getByText('This rule was changed meanwhile').waitFor()
    await mine()
      .getByText(/offer up to 2 products of type Battery/)
      .waitFor()
    expect(await name().inputValue()).toBe('Mine')
    expect(await saved()).toEqual([{ name: 'Two cells' }])
    expect(await merchant.faults()).toEqual([])
    await mine().getByRole('button', { name: 'Keep mine' }).click()
    await bar().waitFor({ state: 'hidden' })
    expect(await saved()).toEqual([{ name: 'Mine' }])

    await theirs.getByLabel('Name', { exact: true }).fill('Theirs')
    await second.locator('#save').click()
    await theirs.getByRole('button', { name: 'Take theirs' }).click()
    expect(await theirs.getByLabel('Name', { exact: true }).inputValue()).toBe('Mine')
    await second.locator('#save-bar').waitFor({ state: 'hidden' })
    await second.close()
  })

  it.each([
    { choice: 'Keep mine', left: [{ name: 'Mine' }] },
    { choice: 'Leave it deleted', left: [] },
  ])('a rule that was deleted meanwhile comes back only where it is wanted: $choice', async ({ choice, left }) => {
    const { second, theirs } = await openTwice()
    await name().fill('Mine')
    await theirs.getByRole('button', { name: 'Delete' }).click()
    await theirs.getByRole('button', { name: 'Delete' }).waitFor({ state: 'detached' })
    await merchant.page.locator('#save').click()
    await mine().getByText('This rule was deleted meanwhile').waitFor()
    expect(await saved()).toEqual([])
    await mine().getByRole('button', { name: choice }).click()
    await bar().waitFor({ state: 'hidden' })
    expect(await saved()).toEqual(left)
    await second.close()
  })
})
