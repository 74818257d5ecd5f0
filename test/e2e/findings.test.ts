import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { putInApp } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'

const size = (value: string) => [{ namespace: 'specs', key: 'size', type: 'single_line_text_field', value }]
const world = aWorld({
  products: [
    aProduct({ id: 1, title: 'Robot', productType: 'Toy', price: 4_000, metafields: size('AA') }),
    aProduct({ id: 2, title: 'Plush bear', productType: 'Toy', price: 3_000 }),
    aProduct({ id: 3, title: 'Four AA cells', productType: 'Battery', price: 500, metafields: size('AA') }),
    aProduct({ id: 4, title: 'Gift wrap', productType: 'Wrap', price: 300 }),
    aProduct({ id: 5, title: 'Red ribbon', productType: 'Wrap', price: 200 }),
  ],
  markets: [
    { id: 1, handle: 'home', name: 'Home', type: 'REGION', status: 'ACTIVE', catalogIds: [] },
    { id: 2, handle: 'up-north', name: 'Up north', type: 'REGION', status: 'ACTIVE', catalogIds: [7] },
  ],
  marketCatalogs: [{ id: 7, title: 'Abroad', status: 'ACTIVE', productIds: null }],
})
const SHOP = world.facts.domain
const ofType = (name: string) => ({ kind: 'type', names: [name] })

/** Batteries for toys, twice; wrapping where there is nothing else, so that every page shows something. */
const BATTERIES = {
  id: 'batteries',
  name: 'Batteries for toys',
  state: 'active',
  priority: 10,
  when: ofType('Toy'),
  offer: {
    where: ofType('Battery'),
    joins: [{ kind: 'metafield', offered: 'specs.size', trigger: 'specs.size' }],
    except: null,
    sort: 'best-selling',
    most: 4,
  },
}
const RULES = [
  BATTERIES,
  { ...BATTERIES, id: 'again', name: 'Batteries once more', priority: 20 },
  {
    ...BATTERIES,
    id: 'wrap',
    name: 'Wrapping for everything',
    when: { kind: 'all', of: [] },
    offer: { ...BATTERIES.offer, where: ofType('Wrap'), joins: [] },
    fallback: true,
  },
]

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()

beforeAll(async () => {
  running = await aRunningShop('findings', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, SHOP)
  for (const rule of RULES) await putInApp(running.simulator, running.app.url, SHOP, `/rules/${rule.id}`, rule)
  await merchant.quiet()
})
afterAll(() => browser?.close())

it('says at home that a rule needs a look, and leads to what was found', async () => {
  await merchant.open()
  await admin().getByText('1 rule has a problem').waitFor()
  expect(await merchant.faults()).toEqual([])
  await admin().getByRole('link', { name: 'See problems' }).click()
  await admin().getByText('It says the same as “Batteries for toys”').waitFor()
  expect(await admin().getByText('1 of 2 products have no “specs.size”').count()).toBe(1)
  expect(await merchant.faults()).toEqual([])
})

it('mends it with one click, and takes that back with another', async () => {
  const isSame = admin().getByText('It says the same as “Batteries for toys”')
  await admin().getByRole('button', { name: 'Delete it: Batteries once more' }).click()
  await merchant.page.getByText('Fixed. Shoppers see it once you publish.').waitFor()
  await isSame.waitFor({ state: 'detached' })
  await merchant.quiet()
  await merchant.page.getByRole('button', { name: 'Undo' }).click()
  await isSame.waitFor()
  await merchant.quiet()
  await merchant.open()
  await admin().getByText('1 rule has a problem').waitFor()
})

it('who works by keyboard goes on where what was mended stood, and from the heading of another page', async () => {
  const focused = () => admin().locator(':focus')
  await merchant.open('/rules/list/problems')
  const mend = admin().getByRole('button', { name: 'Delete it: Batteries once more' })
  await mend.focus()
  await merchant.page.keyboard.press('Enter')
  await mend.waitFor({ state: 'detached' })
  await expect.poll(() => focused().count()).toBe(1)
  expect(await focused().evaluate((one) => one.closest('main') !== null)).toBe(true)
  await merchant.page.getByRole('button', { name: 'Undo' }).click()
  await mend.waitFor()
  await admin().getByRole('link', { name: 'Batteries for toys' }).first().focus()
  await merchant.page.keyboard.press('Enter')
  await admin().locator('h1:focus', { hasText: 'Batteries for toys' }).waitFor()
  await merchant.quiet()
})

it('says on the page that what was done is not taken back, where somebody has made the rule anew meanwhile', async () => {
  await merchant.open('/rules/list/problems')
  await admin().getByRole('button', { name: 'Delete it: Batteries once more' }).click()
  const undo = merchant.page.getByRole('button', { name: 'Undo' })
  await undo.waitFor()
  const anew = RULES.find(({ id }) => id === 'again')!
  await putInApp(running.simulator, running.app.url, SHOP, '/rules/again', { ...anew, name: 'Batteries, anew' })
  await undo.click()
  await admin().getByText('This cannot be undone').waitFor()
  await admin().getByText('Somebody has changed one of the rules since.').waitFor()
  expect(await merchant.faults()).toEqual([])
  await admin().getByRole('button', { name: 'Dismiss notification' }).click()
  await admin().getByText('This cannot be undone').waitFor({ state: 'detached' })
  await putInApp(running.simulator, running.app.url, SHOP, '/rules/again', anew)
  await merchant.quiet()
})

it('says on the page that nothing was mended, where somebody has changed the rule meanwhile', async () => {
  await merchant.open('/rules/list/problems')
  const mend = admin().getByRole('button', { name: 'Delete it: Batteries once more' })
  await mend.waitFor()
  const again = RULES[1]!
  await putInApp(running.simulator, running.app.url, SHOP, '/rules/again', { ...again, offer: { ...again.offer, most: 3 } })
  await mend.click()
  await admin().getByText('Somebody changed one of these rules meanwhile').waitFor()
  expect(await merchant.faults()).toEqual([])
  await putInApp(running.simulator, running.app.url, SHOP, '/rules/again', again)
  await merchant.quiet()
  await merchant.open('/rules/batteries')
})

it('leaves the focus nowhere for who clicks beside everything', async () => {
  const name = admin().getByLabel('Name', { exact: true })
  await name.focus()
  await admin()
    .locator('main')
    .click({ position: { x: 3, y: 3 } })
  await expect.poll(() => admin().locator(':focus').count()).toBe(0)
  await admin()
    .locator('main')
    .evaluate(
      (main) =>
        new Promise((resolve) => {
          main.append(document.createElement('i'))
          // Begun with the change and longer than what would put the focus back, so it ends after that.
          setTimeout(resolve, 300)
        }),
    )
  expect(await admin().locator(':focus').count()).toBe(0)
})

it('counts findings in the list of rules', async () => {
  await merchant.open('/rules')
  const badges = admin().getByText('1 problem', { exact: true })
  await badges.first().waitFor()
  expect(await badges.count()).toBe(2)
  expect(await merchant.faults()).toEqual([])
})

it('finds while the rule is being written, and mends the form', async () => {
  await merchant.open('/rules/batteries')
  const lacks = admin().getByText('1 of 2 products have no “specs.size”')
  await lacks.waitFor()
  await admin().getByText('Plush bear').waitFor()
  expect(await merchant.faults()).toEqual([])
  await admin().getByRole('button', { name: 'Only products that have it' }).click()
  await admin().getByText('with a specs.size').waitFor()
  await lacks.waitFor({ state: 'detached' })
  await merchant.page.getByRole('button', { name: 'Undo' }).click()
  await lacks.waitFor()
})

it('tells of a market that does not sell what a rule offers, and leaves it out with one click', async () => {
  running.simulator.shops.get(SHOP)!.marketCatalogs.get(7)!.productIds = [1, 2, 4, 5]
  await running.database.query(`INSERT INTO jobs.job (name, data) VALUES ('night', '{}')`)
  await merchant.quiet()
  await merchant.open('/rules/list/problems')
  const unsold = admin().getByText('Nothing that it offers is sold in “Up north”')
  await unsold.waitFor()
  expect(await admin().getByText('Left out by the catalogs there: 1 of 1 products').count()).toBe(1)
  expect(await merchant.faults()).toEqual([])
  const mend = admin().getByRole('button', { name: 'Do not offer it there: Batteries for toys' })
  await mend.click()
  await mend.waitFor({ state: 'detached' })
  await merchant.open('/rules/batteries')
  await admin().getByText('not in the market up-north').first().waitFor()
  await admin().getByPlaceholder('Type a market’s handle').click()
  await admin().getByRole('option', { name: 'home' }).waitFor()
})
