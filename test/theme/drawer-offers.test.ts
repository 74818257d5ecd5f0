import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aProduct } from '../a/world.ts'
import { inDrawer } from '../simulator/storefront/place-block.ts'
import { openBrowser } from './open-browser.ts'
import { openPage } from './open-page.ts'
import { shopWithSlots, type GivenShop } from './shop-with-slots.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const products = Array.from({ length: 8 }, (_, at) => aProduct({ id: at + 1, title: `P${at + 1}` }))
const horizon = { theme: 'horizon', cart_type: 'drawer', auto_open_cart_drawer: true } as const
const dawn = { theme: 'dawn', cart_type: 'drawer' } as const

async function openDrawer(given: Partial<GivenShop>) {
  const shop = shopWithSlots({
    products,
    published: {
      1: { slots: { 'product-page': [{ offers: [6] }], 'cart-drawer': [{ offers: [2, 3, 4] }] } },
      2: { slots: { 'cart-drawer': [{ offers: [1, 5] }] } },
    },
    ...given,
  })
  const opened = await openPage(browser, shop, { path: '/products/product-1' })
  const drawer = opened.page.locator('theme-drawer, cart-drawer')
  return { ...opened, drawer, titles: () => drawer.locator('.tandem-card__title').allTextContents() }
}

const ways: [string, Partial<GivenShop>][] = [
  ['Horizon, by a block', { theme: horizon, blocks: [{ ...inDrawer, block: 'cart-offers', name: 'offers', settings: { cards: 2 } }] }],
  ['Horizon, by the embed', { theme: horizon, embed: { drawer: true } }],
  ['Dawn, by the embed', { theme: dawn, embed: { drawer: true } }],
]

test.each(ways)('%s: the drawer offers what goes with the cart, and follows it', async (_, given) => {
  const { page, drawer, titles, complaints } = await openDrawer(given)
  expect(await titles()).toEqual([])
  await page.locator('main').getByRole('button', { name: 'Add to cart' }).first().click()
  await drawer.getByText('Goes well with your cart').waitFor()
  await expect.poll(titles).toEqual(['P2', 'P3'])
  await drawer.locator('.tandem-card', { hasText: 'P2' }).getByRole('button').click()
  await drawer.locator('.drawer__lines', { hasText: 'P2' }).waitFor()
  await expect.poll(async () => (await titles()).filter((title) => title !== 'P2')).toHaveLength(2)
  expect(await page.evaluate(async () => (await (await fetch('/cart.js')).json()).items[0].properties)).toEqual({
    _tandem: 'cart-drawer/rule/k7',
  })
  expect(complaints).toEqual([])
})

test('a drawer that has a block of ours gets no second', async () => {
  const { page, drawer } = await openDrawer({
    theme: horizon,
    embed: { drawer: true },
    blocks: [{ ...inDrawer, block: 'cart-offers', name: 'offers' }],
  })
  await page.locator('main').getByRole('button', { name: 'Add to cart' }).first().click()
  await drawer.locator('tandem-offers').first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(await drawer.locator('tandem-offers').count()).toBe(1)
})

test('an embed that was not asked to leaves the drawer alone, and a page without one has nothing to say', async () => {
  const { page, drawer, requests, complaints } = await openDrawer({ theme: dawn, embed: {} })
  await page.locator('main').getByRole('button', { name: 'Add to cart' }).first().click()
  await page.locator('.header__count', { hasText: '1' }).waitFor()
  expect(await drawer.locator('tandem-offers').count()).toBe(0)
  expect(requests.filter((path) => path === '/cart.js')).toEqual([])
  const page2 = await openDrawer({ theme: { theme: 'dawn', cart_type: 'page' }, embed: { drawer: true } })
  await page2.page.waitForLoadState('networkidle')
  expect([...complaints, ...page2.complaints]).toEqual([])
})
