import type { Browser, Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'

const world = aWorld({ products: [aProduct({ id: 1 }), aProduct({ id: 2 })] })
const SHOP = world.facts.domain
const TOO_LONG = 'This took too long and was stopped. Please try again, or with less at once.'

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()

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
