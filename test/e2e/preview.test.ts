import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aRule, ofType } from '../a/rule.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { publishInApp, putInApp } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'
import { specs } from './specs.ts'

const robot = aProduct({ id: 1, title: 'Robot', productType: 'Toy', metafields: specs({ cell: 'AA', needs: 3 }) })
const pack = (id: number, holds: number, title: string) =>
  aProduct({ id, title, productType: 'Battery', metafields: specs({ cell: 'AA', pack: holds }) })
const gift = aProduct({ id: 5, title: 'Sticker for members', productType: 'Gift' })
const star = aProduct({ id: 6, title: 'Christmas star', productType: 'Season' })
const charger = aProduct({ id: 7, title: 'Charger', productType: 'Charger' })
const world = aWorld({
  products: [robot, pack(2, 4, 'AA, pack of 4'), pack(3, 24, 'AA, pack of 24'), gift, star, charger],
  markets: [{ id: 1, handle: 'up-north', name: 'Up north', type: 'REGION', status: 'ACTIVE', catalogIds: [7] }],
  marketCatalogs: [{ id: 7, title: 'Abroad', status: 'ACTIVE', productIds: [3, 4, 5, 6, 7] }],
})
const SHOP = world.facts.domain
const CHRISTMAS = `${new Date().getUTCFullYear() + 1}-12-24`

const RULES = [
  aRule({
    id: 'batteries',
    name: 'Batteries for toys',
    priority: 1,
    when: ofType('Toy'),
    where: ofType('Battery'),
    joins: [{ kind: 'metafield', offered: 'specs.cell', trigger: 'specs.cell' }],
    need: { takes: 'specs.needs', holds: 'specs.pack' },
  }),
  aRule({ id: 'members', name: 'Thanks to members', priority: 2, when: { kind: 'signed-in' }, where: ofType('Gift') }),
  aRule({ id: 'season', name: 'Christmas', priority: 3, when: { kind: 'date', from: CHRISTMAS, to: CHRISTMAS }, where: ofType('Season') }),
  aRule({ id: 'charger', name: 'Chargers', priority: 4, where: ofType('Charger') }),
  aRule({ id: 'idea', name: 'Only an idea', priority: 5, state: 'draft' }),
]

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()
const put = (path: string, document: unknown) => putInApp(running.simulator, running.app.url, SHOP, path, document)
const shown = (title: string) => admin().getByText(title, { exact: true }).first().waitFor()

/** Picks a product in Shopify's own picker, which is open. */
async function pick(title: string): Promise<void> {
  const picker = merchant.page.getByRole('dialog')
  await picker.getByLabel(title).check()
  await picker.getByRole('button', { name: 'Select' }).click()
}

beforeAll(async () => {
  running = await aRunningShop('preview', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, SHOP)
  for (const rule of RULES) await put(`/rules/${rule.id}`, rule)
  const neverTogether = [{ one: ofType('Battery'), other: ofType('Charger') }]
  await put('/settings', { exclusion: null, neverTogether })
})
afterAll(() => browser?.close())

it('shows of a product what a shopper would see, and of every rule what it did', async () => {
  await merchant.open('/placements/preview')
  await shown('Choose a product to see what its page would show.')
  await admin().getByRole('button', { name: 'Choose a product' }).click()
  await pick('Robot')
  await shown('Takes 3 × AA, this pack has 4')
  for (const line of [
    'Offers “AA, pack of 4”.',
    'Leaves out “AA, pack of 24”: another pack meets the need better.',
    'Not shown: it never stands beside “AA, pack of 4”, which comes first.',
    'Not shown: it waits for a visit while signed in.',
    'Not applied: this is no visit to a product while signed in.',
    `Not applied: this is no visit to a product on days from ${CHRISTMAS} to ${CHRISTMAS}.`,
    'It is a draft, so shoppers see nothing of it.',
  ])
    await shown(line)
  expect(await merchant.faults()).toEqual([])
})

it('follows the visit: who is signed in, what is in the cart, which day it is', async () => {
  await admin().getByLabel('Signed in').check()
  await shown('Offers “Sticker for members”.')
  await admin().getByLabel('Day').fill(CHRISTMAS)
  await shown('Offers “Christmas star”.')
  await admin().getByRole('button', { name: 'Choose products' }).click()
  await pick('AA, pack of 4')
  await shown('Not shown: it is in the cart already.')
  // Nothing keeps the charger away any more.
  await admin().getByText('Not shown: it never stands').waitFor({ state: 'detached' })
  expect(await merchant.faults()).toEqual([])
})

it('is all in the address: another session sees the same', async () => {
  const words = await admin().locator('main').innerText()
  await expect.poll(() => merchant.page.url()).toContain('cart=2x1')
  const other = await openMerchantPage(browser, running, SHOP)
  await other.page.goto(merchant.page.url())
  await other.admin().getByText('Not shown: it is in the cart already.').waitFor()
  expect(await other.admin().locator('main').innerText()).toBe(words)
  expect(await other.admin().getByLabel('Signed in').isChecked()).toBe(true)
  expect(await other.admin().getByLabel('Day').inputValue()).toBe(CHRISTMAS)
  await other.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await other.admin().getByRole('button', { name: 'Copy link' }).click()
  await other.page.getByText('Link copied').waitFor()
  expect(await other.page.evaluate('navigator.clipboard.readText()')).toBe(
    await other.admin().getByLabel('Link to this visit').inputValue(),
  )
  expect(await other.admin().getByLabel('Link to this visit').inputValue()).toContain('https://admin.shopify.com/store/')
})

it('shows what the shop shows, beside what is worked on', async () => {
  await admin().getByLabel('Rules and settings').selectOption('live')
  await shown('There are no rules.')
  await publishInApp(running.simulator, running.app.url, SHOP)
  await merchant.open('/placements/preview?product=1&of=live')
  await admin().getByText('What the shop shows: version 1').first().waitFor({ state: 'attached' })
  await shown('Takes 3 × AA, this pack has 4')
})

it('says the shopper’s line in the shopper’s language, and in English where the block does not speak theirs', async () => {
  await merchant.open('/placements/preview?product=1&language=de')
  await shown('Braucht 3 × AA, diese Packung hat 4')
  expect(await admin().getByText('Braucht 3 × AA').getAttribute('lang')).toBe('de')
  expect(await merchant.faults()).toEqual([])
  await merchant.open('/placements/preview?product=1&language=it')
  await shown('Takes 3 × AA, this pack has 4')
  await shown('The block speaks English, Arabic, German, Spanish, French, and Japanese. In any other language it speaks English.')
})

it('shows in a market nothing that is not sold there', async () => {
  await merchant.open('/placements/preview?product=1&market=Up-North')
  await shown('Not shown: “Up north” does not sell it.')
  await shown('“Up north” does not sell this product, so nobody opens its page there.')
  await shown('Your markets: up-north. What their catalogs leave out is not shown there. They are read every night.')
  expect(await merchant.faults()).toEqual([])
})
