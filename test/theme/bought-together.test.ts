import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aProduct, aVariant } from '../a/world.ts'
import { sampleDoor } from '../simulator/storefront/sample-door.ts'
import { openShopper } from '../simulator/storefront/shopper.ts'
import type { ThemeSettings } from '../simulator/storefront/theme-settings.ts'
import { openBrowser } from './open-browser.ts'
import { openPage, type View } from './open-page.ts'
import { shopWithSlots } from './shop-with-slots.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const products = [
  aProduct({ id: 1, title: 'Robot', price: 4990 }),
  aProduct({ id: 2, title: 'Batteries', price: 899 }),
  aProduct({
    id: 3,
    title: 'Shirt',
    variants: [aVariant({ id: 31, title: 'Small' }), aVariant({ id: 32, title: 'Large', price: 120000 })],
  }),
  aProduct({ id: 4, title: 'Many', variants: Array.from({ length: 11 }, (_, at) => aVariant({ id: 400 + at, title: `V${at}` })) }),
]

function aSet(notes: Record<number, object> = {}, theme: Partial<ThemeSettings> = {}) {
  return shopWithSlots({
    products,
    published: { 1: { slots: { 'product-page': [{ offers: [4, 2, 3] }] }, notes } },
    blocks: [{ block: 'bought-together' }],
    theme,
  })
}

async function openSet(view: View & { notes?: Record<number, object>; theme?: Partial<ThemeSettings> } = {}) {
  const { notes, theme, ...rest } = view
  const shop = aSet(notes, theme)
  const opened = await openPage(browser, shop, { path: '/products/product-1', ...rest })
  const block = opened.page.locator('.tandem--together')
  const button = block.getByRole('button')
  return {
    ...opened,
    shop,
    block,
    button,
    total: block.locator('output'),
    tick: (title: string) => block.getByRole('checkbox', { name: title }),
  }
}

const cartOf = (page: Page) => page.evaluate(async () => (await (await fetch('/cart.js')).json()).items)

test('nothing is ticked but the page’s own product; total and button follow what is', async () => {
  const { block, button, total, tick, complaints } = await openSet({ notes: { 2: { need: { takes: 6, holds: 2, packs: 3 } } } })
  expect(await block.getByRole('checkbox').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked))).toEqual([
    true,
    false,
    false,
  ])
  expect([await total.textContent(), await button.textContent()]).toEqual(['€49.90', expect.stringContaining('Add 1 product to cart')])
  await tick('Batteries').check()
  expect([await total.textContent(), await button.textContent()]).toEqual(['€76.87', expect.stringContaining('Add 2 products to cart')])
  await tick('Shirt').check()
  await block.getByRole('combobox').selectOption({ label: 'Large – €1,200.00' })
  expect(await total.textContent()).toBe('€1,276.87')
  for (const title of ['Robot', 'Batteries', 'Shirt']) await tick(title).uncheck()
  expect(await button.isDisabled()).toBe(true)
  expect(complaints).toEqual([])
})

test.each([
  { theme: 'horizon', cart_type: 'drawer', auto_open_cart_drawer: true },
  { theme: 'horizon', cart_type: 'page', standard_actions: false },
  { theme: 'dawn', cart_type: 'drawer' },
  { theme: 'dawn', cart_type: 'notification', standard_actions: false },
] as const)('what is ticked goes into the cart at once, as the theme shows it: %j', async (theme) => {
  const { page, button, tick, requests, complaints } = await openSet({ theme })
  await tick('Batteries').check()
  await button.click()
  await button.getByText('Added to cart').waitFor()
  expect(await page.getByRole('status').allTextContents()).toContain('Added to cart')
  expect(await cartOf(page)).toMatchObject([
    { variant_id: 21, quantity: 1, properties: { _tandem: 'product-page/rule/k7' } },
    { variant_id: 11, quantity: 1, properties: {} },
  ])
  await page.locator('.header__count', { hasText: '2' }).waitFor()
  expect(requests.filter((path) => path.startsWith('/cart/add'))).toHaveLength(1)
  expect(complaints).toEqual([])
})

test('what hangs on the product is nested under it: under the one that is added, or the one that was there', async () => {
  const { page, button, tick, go } = await openSet({ notes: { 2: { nest: true } } })
  await tick('Batteries').check()
  await button.click()
  await button.getByText('Added to cart').waitFor()
  const [robot, batteries] = await cartOf(page)
  expect(batteries).toMatchObject({ variant_id: 21, parent_relationship: { parent_key: robot.key } })
  await page.evaluate(
    (key) => fetch('/cart/change.js', { method: 'POST', body: new URLSearchParams({ id: key, quantity: '0' }) }),
    batteries.key,
  )
  await go('/products/product-1')
  expect(await tick('Robot').isChecked()).toBe(false)
  await tick('Batteries').check()
  await button.click()
  await button.getByText('Added to cart').waitFor()
  expect(await cartOf(page)).toMatchObject([
    { variant_id: 11, quantity: 1 },
    { variant_id: 21, parent_relationship: { parent_key: robot.key } },
  ])
})

test('a set’s total counts what comes off beside the product, once for each rule, and only beside it', async () => {
  const d = { kind: 'percent', off: 1_000 }
  const { button, total, tick } = await openSet({ notes: { 2: { d }, 3: { d } } })
  await tick('Batteries').check()
  expect(await total.textContent()).toBe('€57.99')
  await tick('Robot').uncheck()
  expect(await total.textContent()).toBe('€8.99')
  await tick('Robot').check()
  await tick('Shirt').check()
  expect(await total.textContent()).toBe('€70.49')
  expect(await button.isDisabled()).toBe(false)
})

test('the set takes the variant that is chosen in the theme’s own form', async () => {
  const shop = shopWithSlots({
    products,
    published: { 3: { slots: { 'product-page': [{ offers: [2] }] } } },
    blocks: [{ block: 'bought-together' }],
  })
  const { page } = await openPage(browser, shop, { path: '/products/product-3' })
  await page.locator('#variant').selectOption('Large')
  const set = page.locator('.tandem--together')
  expect([await set.getByRole('combobox').inputValue(), await set.locator('output').textContent()]).toEqual(['32', '€1,200.00'])
})

test('all or nothing: what sold out meanwhile is said, and nothing is added', async () => {
  const { page, shop, button, tick, block } = await openSet()
  shop.changeProduct(2, (product) => product.variants.forEach((variant) => (variant.stock = 0)))
  await tick('Batteries').check()
  await button.click()
  await block.getByRole('status').getByText('already sold out').waitFor()
  expect(await cartOf(page)).toEqual([])
})

test('without scripts the form adds the product of the page, and promises no more', async () => {
  const { page, block, button } = await openSet({ javaScriptEnabled: false })
  expect(await block.getByRole('checkbox').count()).toBe(0)
  expect(await block.locator('output').isVisible()).toBe(false)
  await button.click()
  await page.waitForURL('**/cart')
  expect(await page.locator('.line').allTextContents()).toEqual([expect.stringContaining('Robot')])
})

test('a set that evidence made says so; one that a rule made says what is true of it', async () => {
  const heading = async (by: object) =>
    /<h2[^>]*>([^<]*)</.exec(
      await openShopper(sampleDoor(), aSet({ 2: by, 3: { by: 'bought-together' } })).read('/products/product-1'),
    )?.[1]
  expect(await heading({ by: 'bought-together' })).toBe('Frequently bought together')
  expect(await heading({ by: 'rule' })).toBe('Goes well together')
})

test('a product that cannot be bought has no set', async () => {
  const shop = aSet()
  shop.changeProduct(1, (product) => product.variants.forEach((variant) => (variant.stock = 0)))
  expect(await openShopper(sampleDoor(), shop).read('/products/product-1')).not.toContain('<tandem-offers')
})
