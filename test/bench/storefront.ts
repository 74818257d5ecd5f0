import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { aProduct } from '../a/world.ts'
import { close, listen } from '../simulator/http-server.ts'
import { extensionFolder, sampleDoor } from '../simulator/storefront/sample-door.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { shopWithSlots } from '../theme/shop-with-slots.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { hundredths, median } from './serve/measures.ts'
import { measureLiquid } from './storefront/liquid-cost.ts'
import { measureLoad, type Load } from './storefront/measure-load.ts'
import { measurePress } from './storefront/measure-press.ts'
import { usualWay } from './storefront/usual-way.ts'

const PATH = '/products/product-1'
const WAYS = ['bare', 'block', 'usual'] as const
type Way = (typeof WAYS)[number]
const SCRIPT = 4_096
const STYLES = 3_072
const CLOSE = 1.02
/** Of what a theme's own recommendations cost, card for card. */
const LIQUID = 1
const LIQUID_ROUNDS = 41
const PRESS_MS = 50

/**
 * `--rounds 15 --cards 8 --presses 10`: what our block costs a product page in a real browser. In turns: the page without it, with it,
 * and with the platform's usual way, a script that fetches after load and puts in what it gets. Then what pressing *Add to cart* costs,
 * on a processor made four times slower. Before all that what Liquid's work for the block comes to, beside that for a theme's own
 * recommendations. Times are medians.
 */
export const run: Bench = async (args) => {
  const { rounds, cards, presses } = readNumbers(args, { rounds: 15, cards: 8, presses: 10 })
  const liquid = measureLiquid(LIQUID_ROUNDS, cards)
  const browser = await openBrowser()
  const pages = await Promise.all(WAYS.map((way) => servePage(way, cards)))
  try {
    const loads: Record<Way, Load[]> = { bare: [], block: [], usual: [] }
    for (let round = -1; round < rounds; round += 1)
      for (const [at, way] of WAYS.entries()) {
        const load = await measureLoad(browser, pages[at]!.address + PATH)
        // The first round warms browser and server.
        if (round >= 0) loads[way].push(load)
      }
    const of = (way: Way, part: keyof Load) => median(loads[way].map((load) => load[part]))
    const most = (way: Way, part: keyof Load) => Math.max(...loads[way].map((load) => load[part]))
    const pressed = await measurePress(browser, pages[1]!.address + PATH, presses)
    const figures = {
      ttfb_ms: of('block', 'ttfb'),
      lcp_ms: of('block', 'lcp'),
      cls: most('block', 'shift'),
      requests_before_paint: most('block', 'ours'),
      script_bytes: gzipped('assets/tandem-offers.js'),
      css_bytes: gzipped('assets/tandem.css'),
      press_p98_ms: pressed.slowest,
      long_tasks: pressed.longTasks,
      ...hundredths({ liquid_card_us: liquid.ours, liquid_by_theme: liquid.ratio }),
    }
    const baseline = {
      bare_ttfb_ms: of('bare', 'ttfb'),
      bare_lcp_ms: of('bare', 'lcp'),
      usual_cls: most('usual', 'shift'),
      usual_lcp_ms: of('usual', 'lcp'),
      usual_shown_ms: of('usual', 'shown'),
      block_shown_ms: of('block', 'shown'),
      ...hundredths({ theme_liquid_card_us: liquid.theme }),
    }
    const misses = [
      ...(figures.cls > 0 ? [`the page shifted by ${figures.cls}`] : []),
      ...(figures.requests_before_paint > 0 ? [`${figures.requests_before_paint} requests of ours came before the first paint`] : []),
      ...(figures.script_bytes > SCRIPT ? [`the script has ${figures.script_bytes} bytes`] : []),
      ...(figures.css_bytes > STYLES ? [`the styles have ${figures.css_bytes} bytes`] : []),
      ...(figures.ttfb_ms > CLOSE * baseline.bare_ttfb_ms ? ['the first byte comes more than 2 % later with the block'] : []),
      ...(figures.lcp_ms > CLOSE * baseline.bare_lcp_ms ? ['the largest paint comes more than 2 % later with the block'] : []),
      ...(figures.press_p98_ms > PRESS_MS ? [`pressing took ${figures.press_p98_ms} ms`] : []),
      ...(liquid.ratio > LIQUID ? [`Liquid works ${liquid.ratio.toFixed(2)} times as long for our cards as for a theme’s own`] : []),
      ...(figures.long_tasks > 0 ? [`pressing made ${figures.long_tasks} long tasks`] : []),
    ]
    return { figures, baseline, misses }
  } finally {
    await browser.close()
    await Promise.all(pages.map(({ server }) => close(server)))
  }
}

/** As Shopify does for shoppers who are not signed in: a page that was drawn once is handed out again. */
function asCached(answer: (request: Request) => Promise<Response>) {
  const pages = new Map<string, { readonly body: string; readonly headers: Headers }>()
  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (request.method !== 'GET' || pathname !== PATH) return answer(request)
    const known = pages.get(pathname)
    if (known) return new Response(known.body, { headers: known.headers })
    const { headers, ...fresh } = await answer(request).then(async (response) => ({
      headers: response.headers,
      body: await response.text(),
    }))
    pages.set(pathname, { ...fresh, headers })
    return new Response(fresh.body, { headers })
  }
}

const gzipped = (file: string) => gzipSync(readFileSync(join(extensionFolder, file)), { level: 9 }).length

async function servePage(way: Way, cards: number) {
  const picture = { path: '/cdn/products/robot.svg', alt: '', width: 800, height: 800 }
  const products = Array.from({ length: 13 }, (_, at) =>
    aProduct({ id: at + 1, handle: `product-${at + 1}`, title: `Product ${at + 1}`, picture }),
  )
  const offers = products.slice(1).map(({ id }) => id)
  const shop = shopWithSlots({
    products,
    published: { 1: { slots: { 'product-page': [{ offers }] } } },
    blocks: way === 'bare' ? [] : [{ settings: { cards } }],
  })
  const door = sampleDoor()
  const answer = asCached(async (request: Request) => (await door(request, shop)) ?? Response.error())
  const server = await listen(0, '127.0.0.1', way === 'usual' ? usualWay(answer, PATH) : answer)
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
