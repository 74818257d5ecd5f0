import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anOrder, aProduct, aWorld } from '../a/world.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { loadWorld } from '../simulator/world/cached-world.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'

const large = await loadWorld('nimbus-toys', { now: new Date(), folder: '.data/worlds' })
const products = [1, 2, 3].map((id) => aProduct({ id }))
const yesterday = new Date(Date.now() - 86_400_000).toISOString()
const small = aWorld({
  products,
  orders: Array.from({ length: 30 }, (_, at) =>
    anOrder({ id: at + 1, of: [products[at % 3]!, products[(at + 1) % 3]!], createdAt: yesterday }),
  ),
})

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()

async function openModels(domain: string): Promise<void> {
  merchant = await openMerchantPage(browser, running, domain)
  await merchant.open('/settings/accuracy')
  await admin().getByRole('heading', { name: 'Accuracy' }).waitFor()
}

beforeAll(async () => {
  running = await aRunningShop('models', large, small)
  browser = await openBrowser()
})
afterAll(() => browser?.close())

it('says of a shop of thirty orders that there is not enough evidence yet', async () => {
  await openModels(small.facts.domain)
  await admin().getByText('Not enough orders yet').waitFor()
  await admin().getByText('Of the 3 products that were sold, 0 have something').waitFor()
  expect(await merchant.faults()).toEqual([])
})

it('tells a large shop which model is in use, and how good each is by its own last weeks', async () => {
  await openModels(large.facts.domain)
  await admin().getByText('Best sellers alone').waitFor()
  expect(await merchant.faults()).toEqual([])
  await admin().getByRole('button', { name: 'Details' }).click()
  await admin()
    .getByText(/^In use: /)
    .waitFor()
  const { rows } = await running.database.query<{ report: { models: { name: string; grade: { gain: { mean: number } } }[] } }>(
    'SELECT report FROM model_snapshot WHERE shop_id = $1',
    [large.facts.domain],
  )
  const { models } = rows[0]!.report
  const gainOf = (name: string) => models.find((one) => one.name === name)!.grade.gain.mean
  expect(await admin().getByText('HR@10').count()).toBe(models.length)
  expect(gainOf(models[0]!.name)).toBeGreaterThan(1.5 * gainOf('week'))
  expect(await merchant.faults()).toEqual([])
})
