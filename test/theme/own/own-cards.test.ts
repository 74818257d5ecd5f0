import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../open-browser.ts'
import { openAsking, type GivenAsk } from './open-asking.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const base = ['P3', 'P4', 'P5', 'P6']
const open = (given?: GivenAsk) => openAsking(browser, given)
const shown = (page: Page) => page.locator('.tandem-card__title').allTextContents()
/** Longer than any answer is waited for. */
const waitedFor = (page: Page) => page.waitForTimeout(500)
/** What stands in the page has been drawn as well: what moves while it is scrolled to is seen. */
const drawn = (page: Page) => page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
const shift = (page: Page) => page.evaluate('shifts.reduce((sum, one) => sum + one, 0)')

test('who is signed in is shown what is theirs before it is seen, after one request, and nothing moves', async () => {
  const { page, asked, complaints, address } = await open()
  await expect.poll(() => shown(page)).toEqual(['P11', 'P12', 'P13', 'P14'])
  await drawn(page)
  await page.locator('.tandem').scrollIntoViewIfNeeded()
  expect(asked.map(String)).toEqual([`${address}/some/where/offers?as=liquid&placement=home&slot=1&language=en&market=primary&cart=&seen=`])
  expect(await shift(page)).toBe(0)
  await page.locator('.tandem-card', { hasText: 'P12' }).getByRole('button').click()
  await page.getByRole('button', { name: 'Added to cart' }).waitFor()
  const cart = await page.evaluate(async () => (await (await fetch('/cart.js')).json()) as { items: { properties: object }[] })
  expect(cart.items.map(({ properties }) => properties)).toEqual([{ _tandem: 'home/next-for-you/next-for-you' }])
  expect(complaints).toEqual([])
})

test.each([
  ['nobody is signed in', { customer: 0 }],
  ['the shopper said no', { consent: 'no' as const }],
  ['the shopper has said nothing where the law asks for it', { consent: undefined }],
  ['the slot is locked', { lock: 'locked' as const }],
  ['the slot is assisted', { lock: 'assisted' as const }],
  ['nobody knows where to ask', { proxy: '' }],
  ['the slot is seen already', { height: 3000 }],
])('where %s nobody is asked', async (_, given) => {
  const { consent, ...rest } = { consent: 'yes' as const, ...given }
  const { page, asked, complaints } = await open({ ...rest, ...(consent ? { consent } : { consent: undefined as never }) })
  await page.waitForFunction('Shopify.customerPrivacy')
  await waitedFor(page)
  expect([asked, await shown(page), complaints]).toEqual([[], base, []])
})

const html = (status: number, body: string) => (route: Route) => route.fulfill({ status, contentType: 'text/html', body })
test.each<[string, (route: Route) => Promise<void>]>([
  ['late', async (route) => void setTimeout(() => void html(200, '<li data-offer="9">late</li>')(route).catch(() => {}), 450)],
  ['an error of the app', html(500, '<li data-offer="9">wrong</li>')],
  ['a refusal', html(503, 'Too much is asked at the moment')],
  ['garbage', html(200, '\0<ul><li data-off=')],
  ['nothing', html(200, '')],
  ['JSON', html(200, '{"v":1,"cards":[]}')],
  ['led elsewhere', (route) => route.fulfill({ status: 302, headers: { location: '/collections/collection-1' } })],
  ['cut off', (route) => route.abort()],
])('where the answer is %s everything stands as it was drawn', async (_, answer) => {
  const { page, asked, complaints } = await open({ answer })
  await waitedFor(page)
  await page.locator('.tandem').scrollIntoViewIfNeeded()
  expect([asked.length, await shown(page), await shift(page)]).toEqual([1, base, 0])
  // What the browser itself writes of a request is not ours.
  expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([])
})

test('who has scrolled to the slot meanwhile keeps what is seen', async () => {
  let answered = () => {}
  const seen = new Promise<void>((resolve) => (answered = resolve))
  const { page, asked } = await open({
    answer: async (route) => void seen.then(() => html(200, '<li data-offer="9">P9</li>')(route)).catch(() => {}),
  })
  await expect.poll(() => asked.length, { interval: 5 }).toBe(1)
  await page.evaluate(() => document.querySelector('.tandem')!.scrollIntoView())
  await drawn(page)
  answered()
  await waitedFor(page)
  expect([asked.length, await shown(page)]).toEqual([1, base])
})

test('fewer cards are filled up with those that were there, and none stands twice on the page', async () => {
  const two = [
    { lock: 'open' as const, offers: [3, 4, 5, 6, 7] },
    { lock: 'locked' as const, offers: [11, 2] },
  ]
  const blocks = [2, 1].map((slot) => ({ block: 'shop-offers', file: 'templates/index.json', name: `s${slot}`, settings: { slot } }))
  const { page, asked } = await open({
    own: [11, 4, 12],
    shop: { blocks, published: { shop: { slots: { home: two }, proxy: '/some/where' } } },
  })
  await expect.poll(() => shown(page)).toEqual(['P11', 'P2', 'P4', 'P12', 'P3', 'P5'])
  expect(asked.map(({ searchParams }) => searchParams.get('seen'))).toEqual(['11,2'])
})

test('of several open slots one asks; a cart and a language are told, and where the merchant has moved the path', async () => {
  const slots = { home: [1, 2].map((nth) => ({ lock: 'open' as const, offers: [nth + 2, nth + 4, nth + 6] })) }
  const blocks = [1, 2].map((slot) => ({
    block: 'shop-offers',
    file: 'templates/index.json',
    name: `s${slot}`,
    settings: { slot, show_price: false },
  }))
  const { page, asked, address, go } = await open({
    shop: { blocks, embed: { proxy: ' community//extras/ ' }, published: { shop: { slots, proxy: '/some/where' } } },
  })
  await page.evaluate(() => fetch('/cart/add.js', { method: 'POST', body: new URLSearchParams({ id: '21', quantity: '3' }) }))
  await waitedFor(page)
  asked.length = 0
  await go('/de')
  await expect.poll(() => asked.length).toBe(1)
  await waitedFor(page)
  expect(asked.map((url) => decodeURIComponent(String(url)))).toEqual([
    `${address}/de/community/extras/offers?as=liquid&placement=home&slot=1&prices=0&language=de&market=primary&cart=2:3&seen=4,6,8`,
  ])
})
