import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { COPY_LOCALES } from '#app/copy/sentences/locale.ts'
import type { ProductCopy } from '#app/copy/publishing/copy-of.ts'
import { aRule, ofType } from '../a/rule.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { publishInApp, putInApp } from '../running/merchant.ts'
import { aSyncedShop } from '../running/synced-shop.ts'
import { placeBlock } from '../simulator/storefront/place-block.ts'
import { textSpec } from '../simulator/world/specs.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'
import { shiftsOf, watchShifts } from './as-shopper.ts'

const toy = (id: number, size: string) =>
  aProduct({ id, title: `Toy ${id}`, productType: 'Toy', vendor: `Maker ${id}`, metafields: [textSpec('battery_size', size)] })
const world = aWorld({ products: [toy(1, 'AA'), toy(2, 'AA'), toy(3, 'CR2032')] })
const SHOP = world.facts.domain
const running = await aSyncedShop('words', world)
const { simulator, app, shop, quiet, rowsOf } = running
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()
const published = (product: number) =>
  simulator.appMetafields(SHOP).find(({ key, ownerId }) => key === 'copy' && ownerId.endsWith(`/${product}`))?.value

beforeAll(async () => {
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, SHOP)
  placeBlock(shop.themeFiles, {}, { block: 'product-copy', file: 'templates/product.json' })
})
afterAll(() => browser?.close())

async function aShopper(): Promise<Page> {
  const context = await browser.newContext()
  await watchShifts(context)
  return context.newPage()
}
const line = (page: Page) => page.locator('.tandem-copy__line')
const go = (page: Page, product: number, locale = '') =>
  page.goto(`${simulator.storefrontUrl(SHOP)}${locale}/products/product-${product}`, { waitUntil: 'networkidle' })

it('says nothing before somebody has switched it on', async () => {
  await merchant.open('/placements/copy')
  await admin().getByText('3 of 3 products have two details or more').waitFor()
  const page = await aShopper()
  await go(page, 1)
  expect(await line(page).count()).toBe(0)
})

it('says in six languages what a person has switched on, without asking anybody', async () => {
  await admin().getByRole('button', { name: 'Switch on all in every language' }).click()
  await admin().getByText('Decided').first().waitFor()
  await admin().getByRole('button', { name: 'Turn on', exact: true }).click()
  await admin().getByRole('button', { name: 'Turn off', exact: true }).waitFor()
  await quiet()
  const { looks, said } = JSON.parse(published(1)!) as ProductCopy
  expect(looks).toEqual(['power:aa', 'make:maker 1'])
  expect(Object.keys(said)).toEqual(COPY_LOCALES)
  expect(said.en).toEqual({
    neutral: 'Runs on AA.',
    fitted: [
      ['power:aa', 'Runs on AA, like those you looked at.'],
      ['make:maker 1', 'From Maker 1, like those you looked at.'],
    ],
  })
  expect(await merchant.faults()).toEqual([])
})

it('says to whoever has looked at the like what fits, before it is seen, and to nobody else', async () => {
  const page = await aShopper()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await go(page, 1)
  expect(await line(page).textContent()).toBe('Runs on AA.')
  // The product itself is none that was looked at before.
  await page.reload({ waitUntil: 'networkidle' })
  expect(await line(page).textContent()).toBe('Runs on AA.')
  await go(page, 2)
  expect(await line(page).textContent()).toBe('Runs on AA, like those you looked at.')
  expect(await shiftsOf(page)).toEqual([])
  await go(page, 3)
  expect(await line(page).textContent()).toBe('Runs on CR2032.')
  expect(asked.filter((path) => path.includes('/apps/'))).toEqual([])
})

it('lets a third each read the merchant’s own words, the plain line and what fits, and counts those whom something would fit', async () => {
  placeBlock(shop.themeFiles, { words: 'Our own words.' }, { block: 'product-copy', file: 'templates/product.json' })
  await putInApp(simulator, app.url, SHOP, '/rules/toys', aRule({ id: 'toys', when: ofType('Toy'), where: ofType('Toy') }))
  await publishInApp(simulator, app.url, SHOP)
  await quiet()
  const read = []
  for (const end of ['00000000', '80000000', 'ffffffff']) {
    const page = await aShopper()
    await page.addInitScript((visit) => localStorage.setItem('tandem:visit', visit), `${'a'.repeat(24)}${end}`)
    await go(page, 1)
    await go(page, 2)
    read.push(await line(page).textContent())
  }
  expect(read).toEqual(['Our own words.', 'Runs on AA.', 'Runs on AA, like those you looked at.'])
  await quiet()
  expect(await rowsOf("SELECT sold_by AS said, is_held_out AS out FROM offered WHERE sold_by LIKE '%/copy/%' ORDER BY 1, 2")).toEqual([
    { said: 'product-page/copy/fitted', out: false },
    { said: 'product-page/copy/fitted', out: true },
    { said: 'product-page/copy/neutral', out: false },
    { said: 'product-page/copy/neutral', out: true },
  ])
})

it('says below an offer what it has in common with the product, in the page’s language, until somebody switches it off', async () => {
  placeBlock(shop.themeFiles, {}, { block: 'product-offers', file: 'templates/product.json', name: 'offers' })
  const join = { kind: 'metafield', offered: 'specs.battery_size', trigger: 'specs.battery_size' } as const
  await putInApp(simulator, app.url, SHOP, '/rules/toys', aRule({ id: 'toys', when: ofType('Toy'), where: ofType('Toy'), joins: [join] }))
  await publishInApp(simulator, app.url, SHOP)
  await quiet()
  const page = await aShopper()
  const why = page.locator('.tandem-card__need')
  await go(page, 1)
  expect(await why.allTextContents()).toEqual(['Same power source: AA'])
  await go(page, 1, '/ar')
  expect(await why.allTextContents()).toEqual(['مصدر الطاقة نفسه: AA'])
  await merchant.open('/placements/copy')
  await admin().getByText('With each offer').waitFor()
  await admin().getByText('Same power source: AA').waitFor()
  await admin().getByRole('button', { name: 'Switch off: Same power source: {{power}}' }).click()
  await admin().getByRole('button', { name: 'Switch on: Same power source: {{power}}' }).waitFor()
  await quiet()
  await go(page, 1)
  expect(await why.count()).toBe(0)
  expect(await merchant.faults()).toEqual([])
})

it('takes back what is no longer true', async () => {
  shop.changeProduct(2, (product) => Object.assign(product, { metafields: [textSpec('battery_size', 'C')] }))
  await quiet()
  expect(published(2)).toContain('Runs on C.')
  expect(published(2)).not.toContain('AA')
  await merchant.open('/placements/copy')
  await admin().getByRole('button', { name: 'Turn off', exact: true }).click()
  await admin().getByRole('button', { name: 'Turn on', exact: true }).waitFor()
  await quiet()
  expect([1, 2, 3].map(published)).toEqual([undefined, undefined, undefined])
})
