import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aProduct, aVariant } from '../a/world.ts'
import { openBrowser } from './open-browser.ts'
import { openPage } from './open-page.ts'
import { polyglots } from './polyglots.ts'
import { shopWithSlots } from './shop-with-slots.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const robot = aProduct({ id: 1, title: 'Robot' })
/** Each bears its string in all that a merchant names. */
const nasty = polyglots.slice(0, 50).map((text, at) => {
  const variants = ['', 'B'].map((more, place) =>
    aVariant({ id: 1000 + at * 2 + place, title: text + more, sku: text, options: [text + more] }),
  )
  const names = { title: text, vendor: text, productType: text, tags: [text] }
  const options = [{ name: text, values: [text, `${text}B`] }]
  const picture = { path: `/cdn/products/product-${100 + at}.svg`, alt: text, width: 800, height: 800 }
  return aProduct({ id: 100 + at, ...names, options, picture, ...(at % 2 === 0 && { variants }) })
})
const offers = nasty.map(({ id }) => id)
/** All that an app's notes say of a card. */
const notes = Object.fromEntries(
  nasty.map(({ id, title: text }) => [id, { by: text, ref: text, need: { takes: text, of: text, holds: text, packs: text } }]),
)
const slots = Object.fromEntries(
  ['product-page', 'cart-page', 'cart-drawer', 'home'].map((placement) => [placement, [{ lock: 'open' as const, offers }, { offers }]]),
)

const shop = shopWithSlots({
  products: [robot, ...nasty],
  published: { 1: { slots, notes, near: polyglots as never }, shop: { slots, notes } },
  blocks: [
    { settings: { cards: 50, slot: 2, json_ld: true, layout: '"><script>ran(1)</script>' } },
    { block: 'bought-together', name: 'set', settings: { companions: 50 } },
    { block: 'cart-offers', file: 'templates/cart.json', name: 'cart', settings: { cards: 50 } },
    // The first waits behind as templates.
    { block: 'shop-offers', file: 'templates/index.json', name: 'open', settings: { cards: 46, heading: polyglots[0] } },
    ...polyglots.map((heading, at) => ({
      block: 'shop-offers',
      file: 'templates/index.json',
      name: `heading-${at}`,
      settings: { heading, cards: 1 },
    })),
  ],
  embed: {
    drawer: true,
    cards: 50,
    heading: polyglots[7],
    drawer_element: 'cart-drawer',
    drawer_place: polyglots.join(',') + ',.drawer__inner',
  },
  theme: { theme: 'dawn', cart_type: 'drawer' },
})

/** What ran, and what would if somebody came near it. */
async function dangers(page: Page) {
  await page.waitForLoadState('networkidle')
  return page.evaluate(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one instanceof HTMLTemplateElement ? all(one.content) : [])])
    const armed = all(document).flatMap((one) =>
      [...one.attributes]
        .filter(
          ({ name, value }) =>
            name.startsWith('on') || (/^(href|src|action|formaction)$/.test(name) && /^\s*(javascript|data):/i.test(value)),
        )
        .map(({ name, value }) => `${one.localName} ${name}=${value}`),
    )
    const scripts = all(document).filter((one) => one.localName === 'script' && /^\s*ran\(1\)/.test(one.textContent ?? ''))
    return {
      ran: (window as unknown as { told: unknown[] }).told,
      armed: armed.filter((one) => !one.startsWith('link rel')),
      scripts: scripts.length,
    }
  })
}

test('no name, setting or note is ever run, on any page', { timeout: 120_000 }, async () => {
  const { page, context, go, complaints } = await openPage(browser, shop, { path: '/collections' })
  await context.addInitScript(
    `window.told = []; for (const name of ['ran', 'alert', 'confirm', 'prompt', 'print']) window[name] = (...said) => window.told.push([name, said])`,
  )
  const nothing = { ran: [], armed: [], scripts: 0 }
  await go('/products/product-1')
  expect(await page.locator('.tandem-card').count()).toBeGreaterThanOrEqual(50)
  expect(await page.locator('[data-row]').count()).toBe(51)
  expect(await page.locator('main .tandem-card__title').allTextContents()).toEqual(
    nasty.map(({ title }) => title.replaceAll('\u0000', '\uFFFD')),
  )
  expect(await dangers(page)).toEqual(nothing)
  expect(await page.evaluate(`JSON.parse(document.querySelector('[type="application/ld+json"]').textContent).isRelatedTo.length`)).toBe(50)
  await page.locator('main').getByRole('button', { name: 'Add to cart' }).first().click()
  await page.locator('cart-drawer tandem-offers').waitFor()
  expect(await dangers(page)).toEqual(nothing)
  for (const path of ['/cart', '/', '/ar/cart']) {
    await go(path)
    expect(await page.locator('.tandem-card').count(), path).toBeGreaterThanOrEqual(46)
    expect(await dangers(page), path).toEqual(nothing)
  }
  expect(complaints).toEqual([])
})
