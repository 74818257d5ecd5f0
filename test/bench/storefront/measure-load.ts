import type { Browser } from 'playwright-core'

/** One visit to a page, nothing of it cached. Milliseconds. */
export interface Load {
  readonly ttfb: number
  readonly lcp: number
  /** The sum of all layout shifts. */
  readonly shift: number
  /** Requests for offers, or for anything else than the page and its files, before the first paint. */
  readonly ours: number
  /** When the first offer stood on the page. */
  readonly shown: number
}

/** Runs in the page before anything else of it. */
const WATCH = `
  window.watched = { lcp: 0, shift: 0, shown: 0 }
  new PerformanceObserver((list) => { for (const { startTime } of list.getEntries()) watched.lcp = startTime })
    .observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) watched.shift += value })
    .observe({ type: 'layout-shift', buffered: true })
  const look = () => {
    if (document.querySelector('.tandem-card')) watched.shown = performance.now()
    else if (performance.now() < 3000) requestAnimationFrame(look)
  }
  look()`

/** How long a page is watched once it has been loaded: what comes late shifts it late. */
const WATCHED = 400

export async function measureLoad(browser: Browser, address: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  try {
    const page = await context.newPage()
    await page.addInitScript(WATCH)
    await page.goto(address, { waitUntil: 'load' })
    await page.evaluate('scrollTo(0, 500)')
    await page.waitForTimeout(WATCHED)
    return (await page.evaluate(`(() => {
      const [navigation] = performance.getEntriesByType('navigation')
      const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity
      const ours = performance.getEntriesByType('resource')
        .filter(({ startTime, initiatorType }) => startTime < painted && (initiatorType === 'fetch' || initiatorType === 'xmlhttprequest')).length
      return { ttfb: navigation.responseStart - navigation.requestStart, ours, ...watched }
    })()`)) as Load
  } finally {
    await context.close()
  }
}
