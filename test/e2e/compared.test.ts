import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isHeldOut, saltOf, type MeasureNote } from '#app/slots/arm/arm.ts'
import { comparedRuleOf, type ComparedRule } from '#app/slots/arm/comparison-arm.ts'
import { aRule, ofType } from '../a/rule.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { publishInApp, putInApp } from '../running/merchant.ts'
import { aSyncedShop } from '../running/synced-shop.ts'
import { placeBlock } from '../simulator/storefront/place-block.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { shiftsOf, watchShifts } from './as-shopper.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'

const [TOY, CELLS, PACK, LAMP] = [1, 2, 3, 4] as const
const products = [
  aProduct({ id: TOY, title: 'Robot', price: 4_000, productType: 'Toy' }),
  aProduct({ id: CELLS, title: 'Four cells', price: 500, productType: 'Batteries' }),
  aProduct({ id: PACK, title: 'Cheap pack', price: 300, productType: 'Packs' }),
  aProduct({ id: LAMP, title: 'Lamp', price: 2_000, productType: 'Lamp' }),
]
const world = aWorld({ products })
const SHOP = world.facts.domain
const running = await aSyncedShop('compared', world)
const { simulator, app, shop, quiet, rowsOf } = running
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()

beforeAll(async () => {
  const put = (id: string, name: string, type: string, state: 'active' | 'draft') =>
    putInApp(simulator, app.url, SHOP, `/rules/${id}`, { ...aRule({ id, name, when: ofType('Toy'), where: ofType(type) }), state })
  await put('cells', 'Good batteries', 'Batteries', 'active')
  await put('packs', 'Cheap packs', 'Packs', 'draft')
  await publishInApp(simulator, app.url, SHOP)
  await quiet()
  placeBlock(shop.themeFiles, {}, { block: 'product-offers', file: 'templates/product.json' })
  simulator.changeScopes(SHOP, 'grant', ['write_pixels', 'read_customer_events'])
  await quiet()
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, SHOP)
})
afterAll(() => browser?.close())

const note = () => JSON.parse(simulator.appMetafields(SHOP).find(({ key }) => key === 'measure')!.value) as MeasureNote

/** A browser's id that sees one of the two rules, or would see it and is held out of offers. */
function visitOf(rule: ComparedRule, heldOut = false): string {
  const { salt, share, compared } = note()
  for (let at = 1; ; at += 1) {
    const visit = at.toString(16).padStart(32, '0')
    if (isHeldOut(saltOf(salt, 'cross-sell'), visit, share) === heldOut && comparedRuleOf(salt, compared!, visit) === rule) return visit
  }
}

async function openAs(visit: string | undefined, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled })
  if (visit) await context.addInitScript((id) => localStorage.setItem('tandem:visit', id), visit)
  if (javaScriptEnabled) await watchShifts(context)
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  await page.goto(simulator.productUrl(SHOP, `product-${TOY}`), { waitUntil: 'networkidle' })
  return page
}

const seenOn = async (page: Page) => {
  const seen = []
  for (const card of await page.locator('.tandem-card').all()) if (await card.isVisible()) seen.push(await card.getAttribute('data-offer'))
  return seen.map(Number)
}

it('keeps both choices where the second is made before the page has answered to the first', async () => {
  await merchant.open('/results/comparisons')
  const both = Promise.withResolvers<void>()
  await merchant.page.route(
    ({ pathname }) => pathname === '/app/results/comparisons.data',
    async (route) => {
      await both.promise
      await route.continue().catch(() => {})
    },
  )
  await admin().getByLabel('Shown now').selectOption({ label: 'Good batteries' })
  await admin().getByLabel('Shown to half instead').selectOption({ label: 'Cheap packs' })
  both.resolve()
  await admin().getByText('after 28 days at the latest').waitFor()
  const values = await Promise.all(
    ['Shown now', 'Shown to half instead'].map((label) => admin().getByLabel(label).locator('option:checked').textContent()),
  )
  expect(values).toEqual(['Good batteries', 'Cheap packs'])
  await merchant.page.unrouteAll({ behavior: 'wait' })
})

it('says what it will do before it begins, and begins from the rule', async () => {
  await merchant.open('/rules/cells')
  await admin().getByRole('link', { name: 'Compare with another rule' }).click()
  await admin().getByLabel('Shown to half instead').selectOption({ label: 'Cheap packs' })
  await admin().getByText('after 28 days at the latest').waitFor()
  await admin().getByRole('button', { name: 'Start comparing' }).click()
  await admin().getByText('“Good batteries” or “Cheap packs”').waitFor()
  await quiet()
  expect(note().compared).toMatch(/^[\w-]{12}$/)
  expect(await merchant.faults()).toEqual([])
})

it('shows each half its own rule, before the paint and without a shift; everybody else the first', async () => {
  const [a, b] = [await openAs(visitOf('a')), await openAs(visitOf('b'))]
  expect([await seenOn(a), await seenOn(b)]).toEqual([[CELLS], [PACK]])
  expect([await shiftsOf(a), await shiftsOf(b)]).toEqual([[], []])
  // Many themes say this of what is hidden.
  for (const page of [a, b]) await page.addStyleTag({ content: '[hidden] { display: none !important }' })
  expect([await seenOn(a), await seenOn(b)]).toEqual([[CELLS], [PACK]])
  expect(await seenOn(await openAs(undefined))).toEqual([CELLS])
  expect(await seenOn(await openAs(undefined, false))).toEqual([CELLS])
  await quiet()
  expect(
    await rowsOf("SELECT is_held_out AS out, product_id::int AS product FROM offered WHERE sold_by LIKE '%/comparison/%' ORDER BY 1, 2"),
  ).toEqual([
    { out: false, product: CELLS },
    { out: false, product: PACK },
    { out: true, product: CELLS },
    { out: true, product: PACK },
  ])
  expect(
    await rowsOf(
      "SELECT is_held_out AS out, product_id::int AS product, sold_by AS by FROM offered WHERE sold_by LIKE '%/rule/%' ORDER BY 2",
    ),
  ).toEqual([
    { out: false, product: CELLS, by: 'product-page/rule/cells' },
    { out: false, product: PACK, by: 'product-page/rule/packs' },
  ])
})

it('shows neither to who is held out of offers', async () => {
  expect(await seenOn(await openAs(visitOf('b', true)))).toEqual([])
})

it('leaves no gap where the rule of a half has nothing to show today', async () => {
  shop.changeProduct(PACK, ({ variants }) => variants.forEach((variant) => Object.assign(variant, { stock: 0 })))
  await quiet()
  const heights = async (page: Page) =>
    page.locator('.shopify-app-block').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height > 0))
  const [a, b] = [await openAs(visitOf('a')), await openAs(visitOf('b'))]
  expect([await seenOn(a), await seenOn(b)]).toEqual([[CELLS], []])
  expect([await heights(a), await heights(b)]).toEqual([[true], [false]])
  expect(await shiftsOf(b)).toEqual([])
})

it('shows everybody the first again once it is stopped', async () => {
  const visit = visitOf('b')
  await merchant.open('/rules/cells')
  await admin().getByText('is being compared with “Cheap packs”').waitFor()
  await merchant.open('/results/comparisons')
  await admin().getByRole('button', { name: 'Stop comparing' }).click()
  await admin().getByRole('dialog').getByRole('button', { name: 'Stop comparing' }).click()
  await admin().getByText('Stopped on').waitFor()
  await quiet()
  expect(note()).not.toHaveProperty('compared')
  expect(await seenOn(await openAs(visit))).toEqual([CELLS])
  expect(simulator.appMetafields(SHOP).some(({ value }) => value.includes('packs'))).toBe(false)
  expect(await merchant.faults()).toEqual([])
})

it('leaves the choice to the merchant, and puts what is chosen among what waits to be published', async () => {
  const known = { visitors: { a: 2_001, b: 1_990 }, isUneven: false, difference: { a: 12.4, b: 35.1, value: 22.7, low: 8.2, high: 37.2 } }
  await rowsOf(`UPDATE comparison SET ending = 'told', known = '${JSON.stringify(known)}'`)
  await merchant.open('/')
  await admin().getByText('A comparison of two rules has ended').waitFor()
  await admin().getByRole('link', { name: 'See the comparison' }).click()
  await admin().getByText('“Cheap packs” brings more than “Good batteries”').waitFor()
  expect(await merchant.faults()).toEqual([])
  await admin().getByRole('button', { name: 'Use “Cheap packs” instead' }).click()
  await admin().getByText('You chose “Cheap packs”').waitFor()
  await admin().getByRole('link', { name: 'Review and publish' }).first().waitFor()
  await publishInApp(simulator, app.url, SHOP)
  shop.changeProduct(PACK, ({ variants }) => variants.forEach((variant) => Object.assign(variant, { stock: 5 })))
  await quiet()
  expect(await seenOn(await openAs(undefined))).toEqual([PACK])
})
