import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProduct } from '../a/world.ts'
import { openBrowser } from './open-browser.ts'
import { openPage, type View } from './open-page.ts'
import { shopWithSlots, type Published } from './shop-with-slots.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const products = Array.from({ length: 14 }, (_, at) => aProduct({ id: at + 1, title: `P${at + 1}` }))
const base = ['P3', 'P4', 'P5', 'P6']

interface Given extends View {
  readonly lock?: 'open' | 'locked' | 'assisted'
  readonly mustAsk?: boolean
}

/** Product 1 is near product 9, and the home page has a slot that offers 9 as the seventh. */
function open({ lock = 'open', mustAsk = true, ...view }: Given = {}) {
  const beside: Published = { slots: { 'product-page': [{ offers: [12] }] }, near: [9, 8] }
  const shop = shopWithSlots({
    products,
    published: { 1: beside, shop: { slots: { home: [{ lock, offers: [3, 4, 5, 6, 7, 8, 9] }] } } },
    blocks: [{}, { block: 'shop-offers', file: 'templates/index.json', name: 'home' }],
    theme: { consent: mustAsk ? 'required' : 'not-required' },
  })
  return openPage(browser, shop, { path: '/products/product-1', ...view })
}

const kept = (page: Page) =>
  page.evaluate(() =>
    [localStorage, sessionStorage].flatMap((store) => Object.entries(store)).map(([key, value]) => [key, JSON.parse(value)]),
  )

/** Once the element has asked what it may do. */
const settled = (page: Page) => page.waitForFunction('Shopify.customerPrivacy')

/** The slot below everything else, before and when it is seen. */
async function homeSlot(page: Page) {
  await settled(page)
  await page.locator('.tandem').scrollIntoViewIfNeeded()
  return page.locator('.tandem-card__title').allTextContents()
}

describe.each([
  ['the shopper said yes', { consent: 'yes' }, true],
  ['nobody has to be asked', { mustAsk: false }, true],
  ['the shopper said no', { consent: 'no' }, false],
  ['the shopper said no where nobody has to be asked', { consent: 'no', mustAsk: false }, false],
  ['the shopper has said nothing yet', {}, false],
] as const)('%s', (_, given, isAllowed) => {
  test(isAllowed ? 'the open slot is in the shopper’s own order' : 'nothing is kept, and everything stands as it was drawn', async () => {
    const { page, go, complaints } = await open(given)
    await settled(page)
    if (isAllowed) await expect.poll(() => kept(page)).toEqual([['tandem:seen', [['1', ['9', '8']]]]])
    await go('/')
    expect(await homeSlot(page)).toEqual(isAllowed ? ['P9', 'P8', 'P3', 'P4'] : base)
    if (!isAllowed) expect(await kept(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})

test.each(['locked', 'assisted'] as const)('a slot that is %s keeps its order', async (lock) => {
  const { page, go } = await open({ consent: 'yes', lock })
  await expect.poll(() => kept(page)).toHaveLength(1)
  await go('/')
  expect(await homeSlot(page)).toEqual(base)
})

test('a slot that is seen already stays as it is, and nothing moves', async () => {
  const { page, go } = await open({ consent: 'yes', height: 4000 })
  await expect.poll(() => kept(page)).not.toEqual([])
  await go('/')
  await expect.poll(async () => JSON.stringify(await kept(page))).toContain('tandem:passed')
  expect(await page.locator('.tandem-card__title').allTextContents()).toEqual(base)
  expect(
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(0), 200)
        }),
    ),
  ).toBe(0)
})

test('what was passed over yields at the next place, and what was taken up does not', async () => {
  const { page, go } = await open({ consent: 'yes', path: '/', mustAsk: true })
  expect(await homeSlot(page)).toEqual(base)
  await expect.poll(async () => JSON.stringify(await kept(page))).toContain('"3","4","5","6"')
  await page.locator('.tandem-card', { hasText: 'P4' }).getByRole('button').click()
  await expect.poll(async () => JSON.stringify(await kept(page))).toContain('"3","5","6"')
  await page.getByRole('button', { name: 'Added to cart' }).waitFor()
  await page.evaluate(() => fetch('/cart/clear.js', { method: 'POST' }))
  await go('/')
  expect(await homeSlot(page)).toEqual(['P4', 'P7', 'P8', 'P9'])
})

test('the embed remembers products whose page has no block', async () => {
  const shop = shopWithSlots({
    products,
    published: { 1: { slots: { 'cart-page': [{ offers: [12] }] }, near: [9] } },
    embed: {},
    theme: { consent: 'required' },
  })
  const { page, complaints } = await openPage(browser, shop, { path: '/products/product-1', consent: 'yes' })
  await expect.poll(() => kept(page)).toEqual([['tandem:seen', [['1', ['9']]]]])
  expect(complaints).toEqual([])
})

test('who takes back a yes is forgotten at once', async () => {
  const { page } = await open({ consent: 'yes' })
  await expect.poll(() => kept(page)).not.toEqual([])
  await page.evaluate('Shopify.customerPrivacy.setTrackingConsent({ preferences: false, analytics: false, marketing: false })')
  expect(await kept(page)).toEqual([])
})

test.each([
  ['full', `Storage.prototype.setItem = () => { throw new DOMException('Full', 'QuotaExceededError') }`],
  [
    'forbidden',
    `for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('No', 'SecurityError') } })`,
  ],
  ['filled by somebody else', `localStorage.setItem('tandem:seen', '[1]'); sessionStorage.setItem('tandem:passed', 'x')`],
])('a store that is %s changes nothing', async (_, script) => {
  const { page, context, go, complaints } = await open({ consent: 'yes', path: '/cart' })
  await context.addInitScript(script)
  await go('/')
  expect(await homeSlot(page)).toEqual(base)
  await page.locator('.tandem-card').first().getByRole('button').click()
  await page.getByRole('button', { name: 'Added to cart' }).waitFor()
  expect(complaints).toEqual([])
})

test.each(['**/tandem-offers.js', '**/consent-tracking-api.js', '**/load-features.js'])(
  'with %s kept away the base stands',
  async (blocked) => {
    const { page, go } = await open({ consent: 'yes', path: '/cart' })
    await page.route(blocked, (route) => route.abort())
    await go('/products/product-1')
    await go('/')
    await page.locator('.tandem').scrollIntoViewIfNeeded()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('.tandem-card__title').allTextContents()).toEqual(base)
    expect(await kept(page)).toEqual([])
  },
)
