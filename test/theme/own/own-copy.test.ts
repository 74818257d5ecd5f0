import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { globalId } from '../../simulator/admin/global-id.ts'
import { appNamespace } from '../../simulator/storefront/sample-door.ts'
import { openBrowser } from '../open-browser.ts'
import { openAsking } from './open-asking.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const copy = (id: number, look: string) => ({
  ownerId: globalId('Product', id),
  namespace: appNamespace,
  key: 'copy',
  type: 'json',
  value: JSON.stringify({
    v: 1,
    looks: [look],
    said: { en: { neutral: `Runs on ${look}.`, fitted: [[look, `Runs on ${look}, like those you looked at.`]] } },
  }),
})

test('what a shopper has bought tells what is said on the pages that follow, of whoever is signed in and while they agree', async () => {
  const blocks = ['product-copy', 'product-offers'].map((block) => ({ block, file: 'templates/product.json', name: block }))
  const slot = { slots: { 'product-page': [{ lock: 'open' as const, offers: [3, 4, 5, 6, 7, 8] }] } }
  const bought = [{ product: 9 as ProductId, looks: ['AA'] }]
  const { page, context, go, asked, address } = await openAsking(browser, {
    bought,
    path: '/products/product-1',
    shop: { blocks, published: { 1: slot, 2: slot, 9: slot, shop: { slots: {}, proxy: '/some/where' } } },
    metafields: [copy(1, 'AA'), copy(2, 'AA'), copy(9, 'AA')],
  })
  const line = page.locator('.tandem-copy__line')
  const kept = () => page.evaluate(() => sessionStorage.getItem('tandem:bought'))
  await page.locator('[data-bought]').waitFor({ state: 'attached' })
  // The answer came after the paint: this page stays as it was.
  expect([await line.textContent(), await kept(), asked.length]).toEqual(['Runs on AA.', null, 1])
  await page.evaluate(() => localStorage.removeItem('tandem:looked'))
  await go('/products/product-2')
  expect(await line.textContent()).toBe('Runs on AA, like those you looked at.')
  expect(await kept()).toBe('["1",[["9",["AA"]]]]')
  await page.evaluate(() => localStorage.removeItem('tandem:looked'))
  // Of the product itself it says nothing.
  await go('/products/product-9')
  expect(await line.textContent()).toBe('Runs on AA.')
  await page.evaluate(() => localStorage.removeItem('tandem:looked'))
  await context.addCookies([{ name: 'customer', value: '0', url: address }])
  await go('/products/product-2')
  expect([await line.textContent(), await kept()]).toEqual(['Runs on AA.', null])
})
