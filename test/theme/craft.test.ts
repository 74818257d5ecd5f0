import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CARDS_AT_ONCE } from '#app/commerce/placement.ts'
import { aProduct, aVariant } from '../a/world.ts'
import { extensionFiles } from './extension-files.ts'
import { openBrowser } from './open-browser.ts'
import { openPage, type View } from './open-page.ts'
import { shopWithSlots } from './shop-with-slots.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const rated = [
  { namespace: 'reviews', key: 'rating', type: 'rating', value: '{"value":"4.5","scale_min":"1.0","scale_max":"5.0"}' },
  { namespace: 'reviews', key: 'rating_count', type: 'number_integer', value: '12' },
]
const unitPrice = { quantity: 4, quantityUnit: 'pc', reference: 1, referenceUnit: 'pc' }
const products = [
  aProduct({ id: 1, title: 'Robot' }),
  aProduct({ id: 2, title: 'Batteries', metafields: rated, variants: [aVariant({ id: 21, price: 899, compareAtPrice: 999, unitPrice })] }),
  aProduct({ id: 3, title: 'A night light with a name that does not want to come to its end, ever, whatever stands beside it' }),
  aProduct({ id: 4, title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft' }),
  aProduct({ id: 5, title: 'Shirt', variants: [aVariant({ id: 51, title: 'Small' }), aVariant({ id: 52, title: 'Large', price: 1500 })] }),
]
const slot = [{ lock: 'open' as const, offers: [2, 3, 4, 5] }]
const shop = shopWithSlots({
  products,
  published: {
    1: { slots: { 'product-page': slot, 'cart-drawer': slot } },
    shop: { slots: { home: slot, 'cart-page': slot, 'cart-drawer': slot } },
  },
  blocks: [
    { settings: { layout: 'list' } },
    { block: 'bought-together', name: 'set', settings: { companions: 4 } },
    { block: 'cart-offers', file: 'templates/cart.json', name: 'cart', settings: { layout: 'row' } },
    { block: 'shop-offers', file: 'templates/index.json', name: 'home' },
  ],
  embed: { drawer: true },
  theme: { theme: 'dawn', cart_type: 'drawer' },
})

const dark = ':root { color-scheme: dark; --paper: #101314; --ink: #eceff0; --line: #3b4245 }'

interface Case extends View {
  readonly style?: string
}

const cases: Case[] = [
  { path: '/products/product-1', width: 320 },
  { path: '/products/product-1', width: 1280 },
  { path: '/ar/products/product-1', width: 320 },
  { path: '/ar/products/product-1', width: 1280 },
  { path: '/products/product-1', width: 1280, style: dark, reducedMotion: 'reduce', colorScheme: 'dark' },
  { path: '/cart', width: 320 },
  { path: '/ja', width: 700, forcedColors: 'active' },
]

test.each(cases)('%j: nothing moves, nothing sticks out, nothing is asked for, axe is content', async ({ style, ...view }) => {
  const { page, complaints, requests } = await openPage(browser, shop, view)
  if (style) await page.addStyleTag({ content: style })
  expect(requests.filter((path) => !path.startsWith('/cdn/'))).toEqual([view.path])
  const blocking = await page.evaluate(renderBlocking)
  expect(blocking.some((path) => path.startsWith('/cdn/theme/'))).toBe(true)
  expect(blocking.filter((path) => path.startsWith('/cdn/extensions/'))).toEqual([])
  for (const block of await page.locator('main .tandem').all()) await block.scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  expect(await page.evaluate(shifts)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  expect(await stickingOut(page)).toEqual([])
  await page.evaluate(axe)
  const violations = await page.evaluate(
    `axe.run('main .tandem').then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))`,
  )
  expect(violations).toEqual([])
  expect(complaints).toEqual([])
})

test('the drawer’s offers are as sound, and each control is reached by keyboard', async () => {
  const { page } = await openPage(browser, shop, { path: '/products/product-1', width: 360 })
  await page.locator('#cart-icon-bubble').click()
  const offers = page.locator('cart-drawer tandem-offers')
  await offers.waitFor()
  await page.evaluate(axe)
  expect(await page.evaluate(`axe.run('cart-drawer tandem-offers').then(({ violations }) => violations.map(({ id }) => id))`)).toEqual([])
  await offers.getByRole('link').first().focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await offers
    .getByRole('button', { name: 'Added' })
    .or(page.locator('.drawer__lines', { hasText: 'Batteries' }))
    .first()
    .waitFor()
})

test('a set is ticked and added by keyboard, and says what it did', async () => {
  const { page } = await openPage(browser, shop, { path: '/products/product-1' })
  const set = page.locator('.tandem--together')
  await set.getByRole('checkbox', { name: 'Batteries' }).focus()
  await page.keyboard.press('Space')
  const button = set.getByRole('button', { name: 'Add 2 products to cart' })
  for (let steps = 0; steps < 12 && !(await button.evaluate((one) => one === document.activeElement)); steps += 1)
    await page.keyboard.press('Tab')
  expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid')
  await page.keyboard.press('Enter')
  await set.getByRole('status').getByText('Added to cart').waitFor({ state: 'attached' })
})

/** Runs in the page: where it has moved by itself, since it was opened. */
function shifts(): Promise<number[]> {
  return new Promise((resolve) => {
    const found: number[] = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) found.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => resolve(found), 100)
  })
}

/** Runs in the page: what keeps the browser from drawing anything. */
function renderBlocking(): string[] {
  const all = performance.getEntriesByType('resource') as (PerformanceResourceTiming & { renderBlockingStatus?: string })[]
  return all.flatMap(({ name, renderBlockingStatus }) => (renderBlockingStatus === 'blocking' ? [new URL(name).pathname] : []))
}

/** What of a block is drawn outside its own column; a row that scrolls may. */
function stickingOut(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('main .tandem:not(.tandem--row)')].flatMap((block) => {
      const { left, right } = block.getBoundingClientRect()
      return [...block.querySelectorAll('*:not(.tandem__hidden, option)')]
        .filter((one) => one.getClientRects().length > 0)
        .filter((one) => one.getBoundingClientRect().left < left - 1 || one.getBoundingClientRect().right > right + 1)
        .map((one) => one.className)
    }),
  )
}

test.each(['product-offers', 'cart-offers'])('%s shows as many cards at first as rules are judged by', (block) => {
  const [, schema] = /{% schema %}([^]*){% endschema %}/.exec(new Map(extensionFiles()).get(`blocks/${block}.liquid`)!)!
  const { settings } = JSON.parse(schema!) as { settings: { id?: string; default?: unknown }[] }
  expect(settings.find(({ id }) => id === 'cards')?.default).toBe(CARDS_AT_ONCE)
})
