import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { awaitQuiet } from '../running/await-quiet.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { loadWorld } from '../simulator/world/cached-world.ts'
import { openBrowser } from '../theme/open-browser.ts'

const MERCHANT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const world = await loadWorld('nimbus-toys', { now: new Date(), folder: '.data/worlds' })
const SHOP = world.facts.domain

let running: RunningShop
let browser: Browser
let page: Page
const admin = () => page.frameLocator('iframe').first()
const open = (path = '') => page.goto(running.simulator.adminUrl(SHOP, path))
const drafts = () => admin().getByRole('button', { name: /^Make a draft of/ })

beforeAll(async () => {
  running = await aRunningShop('first-visit', world)
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, userAgent: MERCHANT })
  await open()
  await admin().getByText('Getting started').waitFor()
  await awaitQuiet(running.simulator, running.database)
})
afterAll(() => browser?.close())

/** What axe finds wrong with the app's own page at a width, and whether it fits. */
async function faults(width: number): Promise<unknown> {
  await page.setViewportSize({ width, height: 900 })
  const frame = page.frames().find((one) => one.url().startsWith(running.app.url))!
  await frame.evaluate(axe)
  const wrong = await frame.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))')
  const tooWide = await frame.evaluate('document.documentElement.scrollWidth > innerWidth')
  return { wrong, tooWide }
}

it('proposes five rules on the first visit, each with a picture of what would show', async () => {
  await open()
  await admin().getByText('What your orders suggest').waitFor()
  expect(await drafts().count()).toBe(5)
  const pictures = admin().locator('main img')
  expect(await pictures.count()).toBeGreaterThanOrEqual(5 * 2)
  await expect
    .poll(() => pictures.evaluateAll((all) => all.every((img) => (img as unknown as { naturalWidth: number }).naturalWidth > 0)))
    .toBe(true)
  for (const width of [390, 1280]) expect(await faults(width)).toEqual({ wrong: [], tooWide: false })
})

it('makes one a draft, which the builder shows', async () => {
  const name = (await drafts().first().getAttribute('aria-label'))!.slice('Make a draft of '.length)
  await drafts().first().click()
  await admin().getByLabel('Name').waitFor()
  expect(await admin().getByLabel('Name').inputValue()).toBe(name)
  await admin().getByText('Draft', { exact: true }).waitFor()
  await admin()
    .getByText(/\d+ product pages/)
    .waitFor()
  await open('/proposals')
  await admin().getByRole('link', { name, exact: true }).waitFor()
  expect(
    await admin()
      .getByRole('button', { name: `Make a draft of ${name}`, exact: true })
      .count(),
  ).toBe(0)
})

it('dismisses one for a reason, and it stays dismissed until it is asked for', async () => {
  for (const width of [390, 1280]) expect(await faults(width)).toEqual({ wrong: [], tooWide: false })
  const name = (await drafts().first().getAttribute('aria-label'))!.slice('Make a draft of '.length)
  await admin()
    .getByRole('button', { name: `Dismiss ${name}`, exact: true })
    .click()
  await admin().getByRole('dialog').getByText('I offer this in another way').click()
  await admin().getByRole('dialog').getByLabel('In your own words').fill('On the packing slip')
  expect(await faults(1280)).toEqual({ wrong: [], tooWide: false })
  await admin().getByRole('dialog').getByRole('button', { name: 'Dismiss' }).click()
  await admin().getByText('On the packing slip').waitFor()
  await open('/proposals')
  await admin().getByText('On the packing slip').waitFor()
  expect(
    await admin()
      .getByRole('button', { name: `Make a draft of ${name}`, exact: true })
      .count(),
  ).toBe(0)
  await admin()
    .getByRole('button', { name: `Propose ${name} again` })
    .click()
  await admin()
    .getByRole('button', { name: `Make a draft of ${name}`, exact: true })
    .waitFor()
})
