import type { Browser, Page, Route } from 'playwright-core'
import type { ProductId } from '#app/commerce/ids.ts'
import { readCardMarkup } from '#app/serve/card-markup.server.ts'
import { drawCards, type Bought } from '#app/serve/draw-cards.ts'
import { aProduct } from '../../a/world.ts'
import type { ShopState } from '../../simulator/state/shop-state.ts'
import { sampleStorefront } from '../../simulator/storefront/sample-door.ts'
import { openPage, type View } from '../open-page.ts'
import { shopWithSlots, type GivenShop } from '../shop-with-slots.ts'

const products = Array.from({ length: 14 }, (_, at) => aProduct({ id: at + 1, title: `P${at + 1}` }))
const markupIn = readCardMarkup()

export interface GivenAsk extends Omit<View, 'proxy'> {
  readonly lock?: 'open' | 'locked' | 'assisted'
  readonly proxy?: string
  /** How the app answers; with Liquid of these products, drawn by the shop, unless it is said. */
  readonly answer?: (route: Route) => Promise<void>
  readonly own?: readonly number[]
  readonly shop?: Partial<GivenShop>
  readonly bought?: readonly Bought[]
  /** What else is published. */
  readonly metafields?: readonly Parameters<ShopState['metafields']['set']>[0][]
}

/** The home page of a shop whose customer 1 is asked for cards of their own; its slot lies below what is seen first. */
export async function openAsking(
  browser: Browser,
  { lock = 'open', proxy = '/some/where', answer, own = [11, 12, 13, 14], shop: more, bought, metafields = [], ...view }: GivenAsk = {},
) {
  const shop = shopWithSlots({
    products,
    published: { shop: { slots: { home: [{ lock, offers: [3, 4, 5, 6, 7, 8] }] }, ...(proxy && { proxy }) } },
    blocks: [{ block: 'shop-offers', file: 'templates/index.json', name: 'home' }],
    theme: { consent: 'required' },
    ...more,
  })
  for (const field of metafields) shop.metafields.set(field)
  const cards = own.map((id) => ({ product: id as ProductId, handle: `product-${id}`, by: 'next-for-you', ref: 'next-for-you' }))
  const liquid = drawCards(cards, { placement: 'home', slot: 0, showsPrice: true, markup: markupIn('en'), ...(bought && { bought }) })
  const drawnFor = (url: string) => sampleStorefront().draw(new Request(url), shop, liquid)
  // The first of all takes longest, and what takes longer than a page waits for is another test's.
  await drawnFor(`http://localhost${proxy}/offers`)
  const draw = async (route: Route) => route.fulfill({ contentType: 'text/html', body: await drawnFor(route.request().url()) })
  const asked: URL[] = []
  const prepare = async (page: Page) => {
    await page.addInitScript(watchShifts)
    await page.route('**/offers?*', async (route) => {
      asked.push(new URL(route.request().url()))
      await (answer ?? draw)(route)
    })
  }
  const opened = await openPage(browser, shop, { height: 400, customer: 1, consent: 'yes', ...view, prepare })
  return { ...opened, asked }
}

function watchShifts() {
  const shifts: number[] = []
  Object.assign(window, { shifts })
  const watcher = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value)
  })
  watcher.observe({ type: 'layout-shift', buffered: true })
}
