import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProduct } from '../a/world.ts'
import type { ThemeSettings } from '../simulator/storefront/theme-settings.ts'
import { openBrowser } from './open-browser.ts'
import { openInBrowser } from './open-in-browser.ts'

const batteries = aProduct({ id: 2, title: 'Batteries', stock: 9 })
const lamp = aProduct({ id: 3, title: 'Lamp' })
const notes = { 2: { by: 'rule', ref: 'k7' } }

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const carts: Partial<ThemeSettings>[] = [
  { theme: 'horizon', cart_type: 'drawer', auto_open_cart_drawer: true },
  { theme: 'horizon', cart_type: 'drawer' },
  { theme: 'horizon', cart_type: 'page' },
  { theme: 'dawn', cart_type: 'drawer' },
  { theme: 'dawn', cart_type: 'notification' },
  { theme: 'dawn', cart_type: 'page' },
]
const ages = carts.flatMap((cart) => [true, false].map((standard_actions) => ({ ...cart, standard_actions })))
const cases = ages.flatMap((theme) => [true, false].map((isFilled) => ({ theme, isFilled })))

interface Given {
  readonly theme: Partial<ThemeSettings>
  readonly isFilled?: boolean
  readonly path?: string
}

async function openShop({ theme, isFilled = false, path = '/products/robot' }: Given) {
  const opened = await openInBrowser(browser, { offered: [batteries, lamp], notes, theme, path })
  if (isFilled) {
    await opened.page.evaluate(() => fetch('/cart/add.js', { method: 'POST', body: new URLSearchParams({ id: '31', quantity: '2' }) }))
    await opened.page.goto(opened.address + path)
  }
  const card = opened.page.locator('.tandem-card', { hasText: 'Batteries' })
  return { ...opened, button: card.getByRole('button'), card }
}

/** What a shopper sees of the cart on the page, and whether more is to come. */
function seen(page: Page) {
  return page.evaluate(() => {
    const text = (selector: string) => document.querySelector<HTMLElement>(selector)?.textContent?.replace(/\s+/g, ' ').trim()
    const drawer = document.querySelector('theme-drawer dialog, cart-drawer, cart-notification')
    return {
      bubble: text('.header__count'),
      drawer: [...document.querySelectorAll('.drawer__lines li')].map((line) => line.textContent?.replace(/\s+/g, ' ').trim()),
      notification: text('#cart-notification'),
      isOpen: drawer !== null && getComputedStyle(drawer).visibility === 'visible' && drawer.getClientRects().length > 0,
      isEmpty: drawer?.matches('.is-empty, :has(.cart-drawer--empty)') ?? false,
      hasHead: (document.querySelector('.drawer__header')?.getClientRects().length ?? 0) > 0,
    }
  })
}

/** What the theme's own button makes of the cart, on the product's own page. */
async function measure(given: Given) {
  const { page } = await openShop({ ...given, path: '/products/product-2' })
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.locator('.header__count', { hasText: given.isFilled ? '3' : '1' }).waitFor()
  await page.waitForLoadState('networkidle')
  return seen(page)
}

describe.each(cases)(
  '$theme.theme $theme.cart_type (opens $theme.auto_open_cart_drawer), actions $theme.standard_actions, filled $isFilled',
  ({ theme, isFilled }) => {
    test('the block’s button leaves bubble and drawer as the theme’s own does', async () => {
      const [wanted, { page, button, complaints }] = await Promise.all([measure({ theme, isFilled }), openShop({ theme, isFilled })])
      await button.click()
      await button.getByText('Added to cart').waitFor()
      await page.waitForLoadState('networkidle')
      await expect.poll(() => seen(page), { message: 'the cart as the theme shows it', timeout: 5000 }).toEqual(wanted)
      expect(new URL(page.url()).pathname).toBe('/products/robot')
      expect(complaints).toEqual([])
    })
  },
)

describe.each(
  carts.map((cart) => ({ ...cart, standard_actions: true })).concat(carts.map((cart) => ({ ...cart, standard_actions: false }))),
)('$theme $cart_type (opens $auto_open_cart_drawer), actions $standard_actions', (theme) => {
  test('what sold out is said beside the button, and nothing opens or counts', async () => {
    const { page, shop, button, card, complaints } = await openShop({ theme, isFilled: true })
    const before = await seen(page)
    shop.changeProduct(2, (product) => product.variants.forEach((variant) => (variant.stock = 0)))
    await page.evaluate(() => {
      const outcomes: unknown[] = []
      Object.assign(window, { outcomes })
      document.addEventListener('shopify:cart:lines-update', (event) => {
        const { action, promise } = event as Event & {
          action: string
          promise: Promise<{ detail?: { didError?: boolean }; warnings?: unknown[] }>
        }
        void promise.then(({ detail, warnings = [] }) => outcomes.push([action, Boolean(detail?.didError) || warnings.length > 0]))
      })
    })
    await button.click()
    await card.getByRole('status').getByText('already sold out').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate('outcomes')).toEqual([['add', true]])
    if (!theme.auto_open_cart_drawer) expect(await seen(page)).toEqual(before)
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([])
  })

  test('a double click adds one', async () => {
    const { page, button } = await openShop({ theme })
    await button.dblclick()
    await button.getByText('Added to cart').waitFor()
    await page.waitForLoadState('networkidle')
    const cart = await page.evaluate(async () => (await fetch('/cart.js')).json())
    expect(cart.items).toMatchObject([{ variant_id: 21, quantity: 1, properties: { _tandem: 'product-page/rule/k7' } }])
  })
})

test('Dawn’s drawer gives the focus back to the button that filled the cart', async () => {
  const { page, button } = await openShop({ theme: { theme: 'dawn', cart_type: 'drawer' } })
  await button.click()
  await page.locator('cart-drawer').getByRole('button', { name: 'Close' }).click()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Added to cart\s*: Batteries/)
})

test('a theme whose cart cannot draw the answer has the product once, and the page stays', async () => {
  const { page, button } = await openShop({ theme: { theme: 'dawn', cart_type: 'drawer' } })
  await page.evaluate(() => {
    Object.assign(document.querySelector('cart-drawer')!, {
      renderContents: () => {
        throw new Error('No such section')
      },
    })
  })
  await button.click()
  await button.getByText('Added to cart').waitFor()
  expect(new URL(page.url()).pathname).toBe('/products/robot')
  expect(await page.evaluate(async () => (await (await fetch('/cart.js')).json()).item_count)).toBe(1)
})
