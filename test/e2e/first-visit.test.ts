import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aRunningShop } from '../running/running-shop.ts'
import { loadWorld } from '../simulator/world/cached-world.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'

const world = await loadWorld('nimbus-toys', { now: new Date(), folder: '.data/worlds' })
const SHOP = world.facts.domain

let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()
const drafts = () => admin().getByRole('button', { name: /^Make a draft of/ })

beforeAll(async () => {
  const running = await aRunningShop('first-visit', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, SHOP, 'nothing')
})
afterAll(() => browser?.close())

it('proposes five rules on the first visit, each with a picture of what would show', async () => {
  await merchant.open()
  await admin().getByText('What your orders suggest').waitFor()
  expect(await drafts().count()).toBe(5)
  const pictures = admin().locator('main img')
  expect(await pictures.count()).toBeGreaterThanOrEqual(5 * 2)
  await expect
    .poll(() => pictures.evaluateAll((all) => all.every((img) => (img as unknown as { naturalWidth: number }).naturalWidth > 0)))
    .toBe(true)
  expect(await merchant.faults()).toEqual([])
})

/** Holds back what is sent to a page of the app until all of `work` is done. */
async function whileItIsSent(path: string, work: (isSent: Promise<void>) => Promise<void>): Promise<void> {
  const sent = Promise.withResolvers<void>()
  const done = Promise.withResolvers<void>()
  await merchant.page.route(
    ({ pathname }) => pathname === `/app${path}.data`,
    async (route) => {
      if (route.request().method() === 'POST') {
        sent.resolve()
        await done.promise
      }
      await route.continue()
    },
  )
  await work(sent.promise)
  done.resolve()
}

it('makes one a draft, which the builder shows although the page is read again meanwhile', async () => {
  await merchant.page.clock.install()
  await merchant.open()
  const name = (await drafts().first().getAttribute('aria-label'))!.slice('Make a draft of '.length)
  await whileItIsSent('/rules/list/suggestions', async (isSent) => {
    await drafts().first().click()
    await isSent
    await merchant.page.clock.fastForward(30_000)
  })
  await admin().getByLabel('Name').waitFor()
  expect(await admin().getByLabel('Name').inputValue()).toBe(name)
  await admin().getByText('Draft', { exact: true }).waitFor()
  await admin()
    .getByText(/^\d+ product pages$/)
    .waitFor()
  await merchant.open('/rules/list/suggestions')
  await admin().getByRole('link', { name, exact: true }).waitFor()
  // Nobody has allowed to know which orders are of one customer.
  await admin()
    .getByRole('button', { name: /^Details of / })
    .first()
    .click()
  await admin().getByText('each counted as a buyer of its own').waitFor()
  expect(await admin().getByText('different buyers').count()).toBe(0)
  expect(await admin().getByText('each counted as a buyer of its own').count()).toBeGreaterThan(0)
  expect(
    await admin()
      .getByRole('button', { name: `Make a draft of ${name}`, exact: true })
      .count(),
  ).toBe(0)
})

it('adds the five best at once, and stays', async () => {
  await merchant.open('/rules/list/suggestions')
  const best = await Promise.all([0, 1, 2, 3, 4].map((at) => drafts().nth(at).getAttribute('aria-label')))
  await admin().getByRole('button', { name: 'Add the 5 best' }).click()
  await merchant.page.getByText('5 drafts added').waitFor()
  for (const label of best) {
    const name = label!.slice('Make a draft of '.length)
    await admin().getByRole('link', { name, exact: true }).waitFor()
  }
  expect(await merchant.faults()).toEqual([])
})

it('dismisses one for a reason, and it stays dismissed until it is asked for', async () => {
  expect(await merchant.faults()).toEqual([])
  const name = (await drafts().first().getAttribute('aria-label'))!.slice('Make a draft of '.length)
  await admin()
    .getByRole('button', { name: `Dismiss ${name}`, exact: true })
    .click()
  await admin().getByRole('dialog').getByText('I offer this in another way').click()
  await admin().getByRole('dialog').getByLabel('In your own words').fill('On the packing slip')
  expect(await merchant.faults()).toEqual([])
  await admin().getByRole('dialog').getByRole('button', { name: 'Dismiss' }).click()
  await admin().getByText('On the packing slip').waitFor()
  await merchant.open('/rules/list/suggestions')
  await admin().getByText('On the packing slip').waitFor()
  expect(
    await admin()
      .getByRole('button', { name: `Make a draft of ${name}`, exact: true })
      .count(),
  ).toBe(0)
  await admin()
    .getByRole('button', { name: `Suggest ${name} again` })
    .click()
  await admin()
    .getByRole('button', { name: `Make a draft of ${name}`, exact: true })
    .waitFor()
})

it('fills every template from a shop that sells a bit of everything', async () => {
  await merchant.open('/templates')
  for (const name of [
    'Batteries by battery_size',
    'Phone case by fits_model',
    'Ink cartridge by ink_series',
    'Memory card by card_format',
    'Phone charger for Phone',
    'Screen protector by fits_model',
    'Descaler for Coffee machine',
  ])
    await admin().getByRole('heading', { name, exact: true }).waitFor()
  expect(await admin().getByText('What your shop has nothing for').count()).toBe(0)
  expect(await merchant.faults()).toEqual([])
})
