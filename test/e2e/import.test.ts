import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'

const DISCOVERY = { namespace: 'shopify--discovery--product_recommendation', key: 'complementary_products', type: 'list.product_reference' }
const picks = (...ids: number[]) => [{ ...DISCOVERY, value: JSON.stringify(ids.map((id) => `gid://shopify/Product/${id}`)) }]
const products = [
  aProduct({ id: 1, handle: 'robot-dog', title: 'Robot dog', metafields: picks(3, 1, 2) }),
  aProduct({ id: 2, handle: 'aa-cells', title: 'AA cells' }),
  aProduct({ id: 3, handle: 'leash', title: 'Magnetic leash', metafields: picks(2) }),
  aProduct({ id: 4, handle: 'kennel', title: 'Kennel' }),
]
const world = aWorld({ products })
const SHOP = world.facts.domain

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()
const drafts = async () =>
  (
    await running.database.query<{ document: { id: string; state: string; offer: { where: unknown } } }>(
      'SELECT document FROM rule WHERE shop_id = $1 ORDER BY id',
      [SHOP],
    )
  ).rows.map(({ document: { id, state, offer } }) => [id, state, offer.where])
const offering = (...ids: number[]) => ({ kind: 'all', of: [{ kind: 'product', ids }] })
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
const choose = (name: string, text: string) => admin().locator('input[type=file]').setInputFiles(file(name, text))

beforeAll(async () => {
  running = await aRunningShop('import', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, SHOP)
})
afterAll(() => browser?.close())

it('offers on the first visit what Search & Discovery pairs, and leads to it', async () => {
  await merchant.open()
  await admin().getByText('Import 2 pairings from Search & Discovery as drafts').waitFor()
  expect(await merchant.faults()).toEqual([])
  await admin().getByRole('link', { name: 'See them first' }).click()
  await admin().getByRole('heading', { name: 'Import rules' }).waitFor()
})

it('brings them over as drafts, in the merchant’s order, once', async () => {
  await merchant.open('/import')
  await admin().getByRole('button', { name: 'Make 2 drafts' }).waitFor()
  expect(await drafts()).toEqual([])
  expect(await merchant.faults()).toEqual([])
  await admin().getByRole('button', { name: 'Make 2 drafts' }).click()
  await admin().getByText('2 drafts are made').waitFor()
  expect(await drafts()).toEqual([
    ['search-discovery-1', 'draft', offering(3, 2)],
    ['search-discovery-3', 'draft', offering(2)],
  ])
  await admin().getByRole('link', { name: 'Look at your drafts' }).click()
  await admin().getByRole('link', { name: 'Beside Robot dog' }).click()
  await admin().getByText('offer up to 2 products named “Magnetic leash” or “AA cells”, in the order named').waitFor()
  await merchant.open('/import')
  await admin().getByText('All 2 pairings of Search & Discovery are among your rules already.').waitFor()
  await merchant.open()
  await admin().getByText('Getting started').waitFor()
  expect(await admin().getByText('Search & Discovery has').count()).toBe(0)
})

it('has a sample file, which is understood', async () => {
  await merchant.open('/import')
  const [sample] = await Promise.all([
    merchant.page.waitForEvent('download'),
    admin().getByRole('link', { name: 'Download a sample file' }).click(),
  ])
  expect(sample.suggestedFilename()).toBe('tandem-pairs.csv')
  await admin()
    .locator('input[type=file]')
    .setInputFiles(await sample.path())
  await admin().getByText('Beside the product in “Product handle” (by handle)').waitFor()
})

it('shows how a file was understood and what of it was left out, and only then makes drafts', async () => {
  await merchant.open('/import')
  await choose(
    'pairs.csv',
    '\uFEFFProduct handle;Recommended 1;Recommended 2;Rank\r\nkennel;leash;aa-cells;1\r\nnobody;leash;;2\r\nrobot-dog;kennel;gone;3\r\n',
  )
  await admin().getByText('Beside the product in “Product handle” (by handle)').waitFor()
  await admin().getByText('Not read: Rank').waitFor()
  await admin().getByText('Line 3: nobody (the product is not in your shop, or two share this name)').waitFor()
  await admin().getByText('Line 4: gone (what goes with it is not in your shop, or two share this name)').waitFor()
  expect((await drafts()).length).toBe(2)
  expect(await merchant.faults()).toEqual([])
  await admin().getByRole('button', { name: 'Make 2 drafts' }).click()
  await admin().getByText('2 drafts are made').waitFor()
  expect((await drafts()).slice(0, 2)).toEqual([
    ['csv-1', 'draft', offering(4)],
    ['csv-4', 'draft', offering(3, 2)],
  ])
})

it('takes back what was brought over, but for what was changed since', async () => {
  await admin().getByRole('button', { name: 'Undo import', exact: true }).click()
  await admin().getByText('Import undone. Drafts removed: 2.').first().waitFor()
  const ids = async () => (await drafts()).map(([id]) => id)
  expect(await ids()).toEqual(['search-discovery-1', 'search-discovery-3'])
  const takeBack = admin().getByRole('button', { name: /^Undo import of/ })
  await takeBack.nth(1).waitFor({ state: 'detached' })
  expect(await merchant.faults()).toEqual([])
  await running.database.query(`UPDATE rule SET updated_at = now() WHERE id = 'search-discovery-1'`)
  await takeBack.click()
  await merchant.page.getByText('Import undone. Drafts removed: 1. Drafts that were changed since stay: 1.').waitFor()
  await admin().getByText('Imported so far').waitFor({ state: 'detached' })
  expect(await ids()).toEqual(['search-discovery-1'])
})

it('asks what the columns hold where a file does not say, and reads it like that', async () => {
  await merchant.open('/import')
  await choose('goods.csv', 'colour;main;more\nred;kennel;leash\nblue;robot-dog;nowhere\n')
  await admin().getByText('Could not tell what the columns of this file hold').waitFor()
  await admin().getByText('kennel · robot-dog').waitFor()
  const read = admin().getByRole('button', { name: 'Read the file like this' })
  expect(await read.isDisabled()).toBe(true)
  await admin().getByLabel('Column A: colour').selectOption('The product itself')
  await admin().getByLabel('Column B: main').selectOption('The product itself')
  expect(await admin().getByLabel('Column A: colour').inputValue()).toBe('none')
  await admin().getByLabel('Column C: more').selectOption('What goes with it')
  expect(await merchant.faults()).toEqual([])
  await read.click()
  await admin().getByText('Beside the product in “main” (by handle, number, SKU or title)').waitFor()
  await admin().getByText('Line 3: nowhere (what goes with it is not in your shop, or two share this name)').waitFor()
  await admin().getByRole('button', { name: 'Choose the columns yourself' }).click()
  expect(await admin().getByLabel('Column B: main').inputValue()).toBe('beside')
  expect(await merchant.faults()).toEqual([])
  // The card below offers again what was taken back.
  await admin().getByRole('button', { name: 'Make 1 draft' }).first().click()
  await admin().getByText('1 draft is made').waitFor()
  expect((await drafts())[0]).toEqual(['csv-4', 'draft', offering(3)])
})

it('can be told what parts the columns, where a file does not say', async () => {
  await merchant.open('/import')
  await choose('bars.csv', 'x,y|z\nrobot-dog,1|leash\nkennel,2|aa-cells\n')
  await admin().getByText('Could not tell what the columns of this file hold').waitFor()
  const by = admin().getByLabel('What parts the columns')
  await by.selectOption('Bar')
  await admin().getByLabel('Column A: x,y').waitFor()
  await by.selectOption('Comma')
  await admin().getByLabel('Column B: y|z').waitFor()
  expect(await admin().getByLabel('Column C').count()).toBe(0)
  await admin().getByLabel('Column A: x').selectOption('The product itself')
  await admin().getByLabel('Column B: y|z').selectOption('What goes with it')
  await admin().getByRole('button', { name: 'Read the file like this' }).click()
  await admin().getByText('Beside the product in “x” (by handle, number, SKU or title)').waitFor()
  expect(await merchant.faults()).toEqual([])
})

it('says why a file cannot be read, and takes another', async () => {
  await merchant.open('/import')
  await choose('empty.csv', '')
  await admin().getByText('The file is empty.').waitFor()
  await admin().getByRole('button', { name: 'Choose another file' }).click()
  await choose('broken.csv', `handle,offer\nkennel,"leash\n${'x'.repeat(2_000_000)}`)
  await admin().getByText('From line 2 on the file cannot be read').waitFor()
})
