import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProduct, aVariant } from '../a/world.ts'
import { openBrowser } from './open-browser.ts'
import { openInBrowser, type Look } from './open-in-browser.ts'

const batteries = aProduct({ id: 2, title: 'Batteries', stock: 3 })
const long = aProduct({ id: 3, title: 'A night light with a name that does not want to come to its end, ever', price: 1999 })
const sale = aProduct({ id: 4, title: 'Sale', variants: [aVariant({ id: 41, price: 1500, compareAtPrice: 2000 })] })
const shirt = aProduct({
  id: 5,
  title: 'Shirt',
  variants: [aVariant({ id: 51, title: 'Small' }), aVariant({ id: 52, title: 'Large', price: 1500 })],
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const notes = { 2: { by: 'rule', ref: 'k7' } }

async function openPage(look: Look = {}) {
  const opened = await openInBrowser(browser, { offered: [batteries, long, sale, shirt], notes, ...look })
  const card = opened.page.locator('.tandem-card', { hasText: 'Batteries' })
  return { ...opened, button: card.getByRole('button'), status: card.getByRole('status') }
}

const cartOf = (page: Page) => page.evaluate(async () => (await fetch('/cart.js')).json())

describe('to see it', () => {
  const looks: Look[] = [320, 1280].flatMap((width) => [
    ...['grid', 'row', 'list'].map((layout) => ({ width, settings: { layout } })),
    { width, path: '/ar/products/robot' },
  ])

  test.each(looks)('%j: nothing moves, nothing complains, nothing sticks out, axe is content', async (look) => {
    const { page, complaints, requests } = await openPage(look)
    await page.locator('.tandem').scrollIntoViewIfNeeded()
    await page.waitForLoadState('networkidle')
    const shift = await page.evaluate(layoutShift)
    expect(shift).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    expect(requests.filter((path) => !path.startsWith('/cdn/'))).toEqual([look.path ?? '/products/robot'])
    await page.evaluate(axe)
    const violations = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))')
    expect(violations).toEqual([])
    expect(complaints).toEqual([])
  })

  test('every control is at least 24 pixels high and shows where the focus is', async () => {
    const { page } = await openPage({ width: 320 })
    for (const control of await page.locator('.tandem :is(a, button, select)').all()) {
      expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(24)
    }
    await page.locator('.tandem a').first().focus()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe('solid')
  })
})

describe('adding', () => {
  test('by keyboard, without leaving the page: the theme’s count follows and the line says what sold it', async () => {
    const { page, button, status, complaints } = await openPage()
    await button.focus()
    await page.keyboard.press('Enter')
    await button.getByText('Added to cart').waitFor()
    expect(await status.textContent()).toBe('Added to cart')
    await page.locator('.header__count', { hasText: '1' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/products/robot')
    expect((await cartOf(page)).items).toMatchObject([{ variant_id: 21, quantity: 1, properties: { _tandem: 'product-page/rule/k7' } }])
    expect(complaints).toEqual([])
  })

  test('the chosen variant', async () => {
    const { page } = await openPage()
    const card = page.locator('.tandem-card', { hasText: 'Shirt' })
    await card.getByRole('combobox').selectOption('Large – €15.00')
    await card.getByRole('button').click()
    await card.getByRole('button', { name: 'Added' }).waitFor()
    expect((await cartOf(page)).items).toMatchObject([{ variant_id: 52 }])
  })

  test('what sold out meanwhile is refused in words, beside the button', async () => {
    const { page, shop, button, status } = await openPage()
    shop.changeProduct(2, (product) => product.variants.forEach((variant) => (variant.stock = 0)))
    await button.click()
    await status.getByText('already sold out').waitFor()
    expect((await status.boundingBox())?.height).toBeGreaterThan(10)
    expect(await button.textContent()).toContain('Add to cart')
    expect((await cartOf(page)).items).toEqual([])
  })

  test('while one is on its way, further clicks add nothing', async () => {
    const { page, button, requests } = await openPage()
    const clicked = Promise.withResolvers<void>()
    await page.route('**/cart/add.js', async (route) => {
      await clicked.promise
      await route.continue()
    })
    await button.click()
    await button.click()
    clicked.resolve()
    await button.getByText('Added to cart').waitFor()
    await page.locator('.header__count', { hasText: '1' }).waitFor()
    expect(requests.filter((path) => path === '/cart/add.js')).toHaveLength(1)
  })

  test('without scripts the form does it', async () => {
    const { page, button } = await openPage({ javaScriptEnabled: false })
    await button.click()
    await page.waitForURL('**/cart')
    expect(await page.locator('main').textContent()).toContain('Batteries')
  })

  test('where the cart’s script address fails, the form does it', async () => {
    const { page, button } = await openPage()
    await page.route('**/cart/add.js', (route) => route.fulfill({ status: 503, body: 'Busy' }))
    await button.click()
    await page.waitForURL('**/cart')
    expect((await cartOf(page)).items).toMatchObject([{ variant_id: 21, properties: { _tandem: 'product-page/rule/k7' } }])
  })
})

/** Runs in the page: how much it has moved by itself, since it was opened. */
function layoutShift(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => resolve(sum), 100)
  })
}
