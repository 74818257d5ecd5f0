import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContextOptions, Frame } from 'playwright-core'
import { act } from './act.ts'

/** What one visit to a page was like, nothing of it cached. Times in milliseconds. */
export interface Visit {
  readonly lcp: number
  /** The sum of all layout shifts that nobody caused. */
  readonly shift: number
  /** The slowest answer to what was pressed and typed. */
  readonly inp: number
  /** Bytes that came from the app over the line. */
  readonly bytes: number
}

export const WIDTHS = [1280, 390] as const
export const LINES = ['quiet', 'slow'] as const
export interface View {
  readonly width: (typeof WIDTHS)[number]
  readonly line: (typeof LINES)[number]
}

/** 1.6 Mbit/s down and 0.75 up, and 150 ms until an answer begins. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const PHONE = 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36'
/** What comes late moves the page late: so long nothing may have come any more. */
const STILL = 1_200
const LONGEST = 30_000

/** Runs in every frame before anything else of it. */
const WATCH = `
  window.watched = { lcp: 0, shift: 0, inp: 0 }
  new PerformanceObserver((list) => { for (const { startTime } of list.getEntries()) watched.lcp = startTime })
    .observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => { for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) watched.shift += value })
    .observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => { for (const { interactionId, duration } of list.getEntries()) if (interactionId) watched.inp = Math.max(watched.inp, duration) })
    .observe({ type: 'event', durationThreshold: 16, buffered: true })
  new PerformanceObserver((list) => { if (list.getEntriesByName('first-contentful-paint').length > 0) tellPainted(location.href) })
    .observe({ type: 'paint', buffered: true })`

/** Opens an address in a new browser whose frame shows a page of `origin`, waits until nothing comes any more, and works with it. */
export async function visit(browser: Browser, address: string, origin: string, { width, line }: View): Promise<Visit> {
  const phone: BrowserContextOptions = width < 500 ? { isMobile: true, hasTouch: true, userAgent: PHONE } : {}
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...phone })
  try {
    const page = await context.newPage()
    await page.addInitScript(WATCH)
    if (line === 'slow') await (await context.newCDPSession(page)).send('Network.emulateNetworkConditions', SLOW)
    const painted = Promise.withResolvers<void>()
    await page.exposeFunction('tellPainted', (address: string) => address.startsWith(`${origin}/app`) && painted.resolve())
    await page.goto(address, { waitUntil: 'commit' })
    // Whoever asks a page anything before has it laid out without its styles, which counts as a shift that nobody has seen.
    await Promise.race([painted.promise, wait(LONGEST)])
    const frame = await appFrame(() => page.frames(), `${origin}/app`)
    await untilStill(frame)
    if (!(await frame.evaluate("document.querySelector('.Polaris-Page') !== null"))) throw new Error(`${address} showed no page`)
    const loaded = (await frame.evaluate('({ ...watched, bytes: bytesOf() })'.replace('bytesOf()', BYTES))) as Visit
    await act(frame)
    await wait(300)
    return { ...loaded, inp: (await frame.evaluate('watched.inp')) as number }
  } finally {
    await context.close()
  }
}

/** Of what came from elsewhere, Shopify's script and pictures among it, a browser does not tell. */
const BYTES = `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, one) => sum + one.transferSize, 0)`

async function appFrame(frames: () => readonly Frame[], begins: string): Promise<Frame> {
  for (const began = performance.now(); performance.now() - began < LONGEST; await wait(20)) {
    const found = frames().find((one) => one.parentFrame() && one.url().startsWith(begins))
    if (found) return found
  }
  throw new Error(`No page at ${begins} was shown`)
}

async function untilStill(frame: Frame): Promise<void> {
  const stand = `document.readyState + performance.getEntriesByType('resource').length + '/' + watched.shift`
  let before = ''
  let since = performance.now()
  for (const began = since; performance.now() - began < LONGEST; await wait(100)) {
    const now = String(await frame.evaluate(stand))
    if (now !== before) [before, since] = [now, performance.now()]
    if (now.startsWith('complete') && performance.now() - since > STILL) return
  }
}
