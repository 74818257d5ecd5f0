import type { Browser, Request, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { fillRule, openMerchantPage, type MerchantPage } from './merchant-page.ts'

const toys = [10, 20, 30].map((price, at) => aProduct({ id: 1 + at, productType: 'Toy', price: price * 100 }))
const world = aWorld({ products: [...toys, aProduct({ id: 9, productType: 'Battery' })] })
const SHOP = world.facts.domain
const TOO_LONG = 'This took too long and was stopped. Please try again, or with less at once.'

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()
const bar = () => merchant.page.getByRole('region', { name: 'Unsaved changes' })
const name = () => admin().getByLabel('Name', { exact: true })
const saved = async () => (await running.database.query<{ name: string }>(`SELECT document->>'name' AS name FROM rule`)).rows

beforeAll(async () => {
  running = await aRunningShop('refused', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, SHOP)
})
afterAll(() => browser?.close())
afterEach(() => merchant.page.unrouteAll({ behavior: 'ignoreErrors' }))

/** What stands before the admin answers in its place. */
const refuse = (path: RegExp, status: number, body: string) =>
  merchant.page.route(path, (route) => route.fulfill({ status, body, contentType: 'text/plain; charset=utf-8' }))
/** `made` resolves to the request of an address once it is made; nobody answers it. */
async function leaveUnanswered(path: RegExp): Promise<{ readonly made: Promise<Request> }> {
  const made = Promise.withResolvers<Request>()
  await merchant.page.route(path, (route) => made.resolve(route.request()))
  return { made: made.promise }
}
const brokenOff = (request: Request) =>
  merchant.page.waitForEvent('requestfailed', { predicate: (failed) => failed === request, timeout: 20_000 })
const chooseFile = () =>
  admin()
    .locator('input[type=file]')
    .setInputFiles({ name: 'pairs.csv', mimeType: 'text/csv', buffer: Buffer.from('handle,offered\nproduct-1,product-2\n') })

it('a file that takes too long is told of in place, and can be sent again', async () => {
  await merchant.open('/import')
  await refuse(/\/app\/import\/csv/, 503, TOO_LONG)
  await chooseFile()
  await admin().getByText('This took too long and was stopped. Nothing was changed').waitFor()
  expect(await merchant.faults()).toEqual([])
  await merchant.page.unrouteAll({ behavior: 'ignoreErrors' })
  await chooseFile()
  await admin().getByRole('button', { name: 'Make 1 draft' }).waitFor()
})

it('a file that is being read can be stopped, and is with its page', async () => {
  for (const leave of [
    () => admin().getByRole('button', { name: 'Stop' }).click(),
    () => admin().getByRole('link', { name: 'Rules', exact: true }).first().click(),
  ]) {
    await merchant.open('/import')
    const { made } = await leaveUnanswered(/\/app\/import\/csv/)
    await chooseFile()
    const request = await made
    await admin()
      .getByText(/^(Reading|Sending) the file/)
      .waitFor()
    const broken = brokenOff(request)
    await leave()
    await broken
    await merchant.page.unrouteAll({ behavior: 'ignoreErrors' })
  }
})

it('a rule keeps its form where its reach cannot be told', async () => {
  await refuse(/\/app\/rules\/reach/, 429, 'Too many requests')
  await merchant.open('/rules/new')
  await admin().getByText('Too much was asked for at once. Wait a moment and try again.').waitFor()
  await admin().getByLabel('Name').fill('Still here')
  expect(await merchant.faults()).toEqual([])
})

it('a page that takes too long is said to be on its way, and says in words that it did not come', async () => {
  await merchant.open('/rules')
  const go = Promise.withResolvers<void>()
  await merchant.page.route(/\/app\/templates\.data/, async (route) => {
    await go.promise
    await route.fulfill({ status: 503, body: TOO_LONG, contentType: 'text/plain; charset=utf-8' })
  })
  await admin().getByRole('link', { name: 'Start from a template' }).first().click()
  await admin().getByText('Working on it.').waitFor()
  go.resolve()
  await admin().getByText('Could not show this page').waitFor()
  await merchant.page.unrouteAll({ behavior: 'ignoreErrors' })
  await admin().getByRole('button', { name: 'Try again' }).click()
  await admin().getByRole('heading', { name: 'Templates' }).waitFor()
})

describe.each<{ readonly fails: string; readonly fail: (route: Route) => Promise<void> }>([
  { fails: 'is lost', fail: (route) => route.abort('connectionfailed') },
  { fails: 'is answered 500', fail: (route) => route.fulfill({ status: 500, body: 'Unexpected Server Error' }) },
  { fails: 'takes too long', fail: (route) => route.fulfill({ status: 503, body: 'This took too long and was stopped.' }) },
])('where a request $fails', ({ fail }) => {
  it.each<{ readonly of: string; readonly path: RegExp; readonly times: number; readonly then: () => Promise<unknown> }>([
    {
      of: 'the reach',
      path: /\/app\/rules\/reach/,
      times: 2,
      then: () => admin().getByText('3 product pages').waitFor({ timeout: 30_000 }),
    },
    {
      of: 'the save',
      path: /\/app\/rules\/(?!reach|new)[\w-]+\.data/,
      times: 1,
      then: async () => {
        await admin().getByRole('button', { name: 'Save as draft' }).click()
        await admin().getByText('Could not save. Your changes are still here.').waitFor()
        expect(await name().inputValue()).toBe('Cells for toys')
        expect(await saved()).toEqual([])
        await admin().getByRole('button', { name: 'Try again' }).click()
        await bar().waitFor({ state: 'hidden' })
        expect(await saved()).toEqual([{ name: 'Cells for toys' }])
      },
    },
  ])('$of: the form stays, and it is tried again', async ({ path, times, then }) => {
    await running.database.query('TRUNCATE rule')
    await merchant.forgetDrafts()
    let left = times
    await merchant.page.route(path, (route) => (left-- > 0 ? fail(route) : route.fallback()))
    await fillRule(merchant, 'Cells for toys')
    await then()
    await expect.poll(() => left, { timeout: 20_000 }).toBeLessThan(1)
    expect(await admin().getByText('Something went wrong').count()).toBe(0)
    expect(await merchant.faults()).toEqual([])
  })
})

it('a page that cannot be read again stays, says so, and comes back by itself', async () => {
  await merchant.open()
  await admin().getByText('Getting started').waitFor()
  let isDown = true
  await merchant.page.route(/\/app\.data|_routes=/, (route) => (isDown ? route.abort('connectionfailed') : route.fallback()))
  await admin().getByText('Could not reach Tandem.').waitFor({ timeout: 30_000 })
  await admin().getByText('Getting started').waitFor()
  expect(await merchant.faults()).toEqual([])
  isDown = false
  await admin().getByText('Could not reach Tandem.').waitFor({ state: 'detached', timeout: 30_000 })
  await admin().getByText('Getting started').waitFor()
})

it('a page on its way that does not come says so, and comes when it can', async () => {
  await merchant.forgetDrafts()
  let isDown = true
  await merchant.page.route(/\/app\/templates\.data/, (route) => (isDown ? route.abort('connectionfailed') : route.fallback()))
  await admin().getByRole('link', { name: 'Start from a template' }).first().click()
  await admin().getByText('Could not show this page').waitFor()
  isDown = false
  await admin().getByRole('heading', { name: 'Templates' }).waitFor({ timeout: 30_000 })
})
