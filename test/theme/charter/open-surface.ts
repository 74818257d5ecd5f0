import type { Browser, Page } from 'playwright-core'
import { aProduct } from '../../a/world.ts'
import type { Place } from '../../simulator/storefront/place-block.ts'
import { readExtensions } from '../../simulator/ui-extensions/read-extensions.ts'
import { INK, openCheckout } from '../checkout-shop.ts'
import { openPage } from '../open-page.ts'
import { shopWithSlots } from '../shop-with-slots.ts'
import type { Surface } from './surfaces.ts'
import { watchTimers } from './watch-timers.ts'

export const UI_EXTENSIONS = 'extensions/checkout-offers'

const products = [1, 2, 3].map((id) => aProduct({ id, title: `Product ${id}` }))
const slots = (...placements: readonly string[]) => ({ slots: Object.fromEntries(placements.map((one) => [one, [{ offers: [2, 3] }]])) })
const published = { 1: slots('product-page', 'cart-page', 'cart-drawer'), shop: slots('home', 'collection', 'search') }
const DAY = 24 * 60 * 60 * 1000

/** Puts what the surface is made of, and nothing else of ours, into a shop, and goes there as its shopper does. */
export async function openSurface(browser: Browser, surface: Surface) {
  const changes: string[] = []
  const prepare = async (page: Page) => {
    await watchTimers(page)
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (request.method() !== 'GET' && /^\/cart\/|\/lines$/.test(pathname)) changes.push(pathname)
    })
  }
  const handle = readExtensions(UI_EXTENSIONS).find(({ target }) => target === surface.of)?.handle
  const { page } = await (handle ? onShopifysPages(browser, surface, handle, prepare) : inTheme(browser, surface, prepare))
  await page.locator(surface.offers).first().waitFor()
  await page.locator(surface.offers).first().scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  return { page, changes }
}

async function inTheme(browser: Browser, { of, placement, way }: Surface, prepare: (page: Page) => Promise<void>) {
  const template = { 'product-page': 'product', 'cart-page': 'cart', home: 'index' }[placement as string] ?? placement
  const place: Partial<Place> = { block: of, file: `templates/${template}.json`, name: 'ours' }
  const shop = shopWithSlots({
    products,
    published,
    blocks: of === 'tandem' ? [] : [place],
    embed: { drawer: way.kind === 'drawer' },
    theme: { theme: 'dawn', cart_type: 'drawer' },
  })
  const opened = await openPage(browser, shop, { path: '/products/product-1', prepare })
  const { page, context, address, go } = opened
  switch (way.kind) {
    case 'page':
      if (way.hasCart) await context.request.post(`${address}/cart/add.js`, { data: { id: 11 } })
      await go(way.path)
      return opened
    case 'drawer':
      await page.locator('main').getByRole('button', { name: 'Add to cart' }).first().click()
      return opened
    case 'checkout':
    case 'paid':
    case 'order':
      throw new Error('No theme draws that')
    default:
      return way satisfies never
  }
}

async function onShopifysPages(browser: Browser, { way }: Surface, handle: string, prepare: (page: Page) => Promise<void>) {
  const now = new Date('2026-11-29T12:00:00Z')
  const opened = await openCheckout(browser, { blocks: [handle], customer: 7, blocksAt: () => now, prepare })
  const { page, shop, checkOut, go } = opened
  // What was bought then is used up by now.
  const earlier = shop.placeOrder({ customerId: 7, lines: [{ variantId: INK * 10 + 1, quantity: 1, properties: {} }], attributes: {} })
  now.setTime(Date.parse(earlier.createdAt) + 31 * DAY)
  const pay = async () => {
    await checkOut()
    await page.getByRole('button', { name: 'Pay now' }).click()
    await page.getByText('Thank you').waitFor()
  }
  switch (way.kind) {
    case 'page':
      await go(way.path)
      return opened
    case 'checkout':
      await checkOut()
      return opened
    case 'paid':
      await pay()
      return opened
    case 'order':
      await pay()
      await page.getByRole('link', { name: 'Order status' }).click()
      return opened
    case 'drawer':
      throw new Error('Shopify draws no drawer')
    default:
      return way satisfies never
  }
}
