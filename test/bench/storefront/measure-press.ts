import type { Browser } from 'playwright-core'

const SLOWER = 4
const OBSERVE = `
  window.pressed = { durations: [], longTasks: 0 }
  new PerformanceObserver((list) => { for (const { interactionId, duration } of list.getEntries()) if (interactionId) pressed.durations.push(duration) })
    .observe({ type: 'event', durationThreshold: 16, buffered: true })
  new PerformanceObserver((list) => { pressed.longTasks += list.getEntries().length }).observe({ type: 'longtask' })`

/** What pressing *Add to cart* costs: from the press to the next paint, the slowest of so many, and how many tasks took over 50 ms. */
export async function measurePress(browser: Browser, address: string, presses: number): Promise<{ slowest: number; longTasks: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  try {
    const page = await context.newPage()
    await page.goto(address, { waitUntil: 'networkidle' })
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.evaluate(OBSERVE)
    for (let press = 0; press < presses; press += 1) {
      const button = page.locator('.tandem-card__form button').nth(press % (await page.locator('.tandem-card__form button').count()))
      await button.scrollIntoViewIfNeeded()
      await button.click()
      await page.locator('.tandem-card__form[aria-busy=true]').waitFor({ state: 'detached' })
    }
    await page.waitForTimeout(500)
    const { durations, longTasks } = (await page.evaluate('pressed')) as { durations: number[]; longTasks: number }
    return { slowest: Math.max(0, ...durations), longTasks }
  } finally {
    await context.close()
  }
}
