import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { World } from '../simulator/shop.ts'

/** Notes in each page how much its layout shifts; see `shiftsOf`. */
export async function watchShifts(where: Page | BrowserContext): Promise<void> {
  await where.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(globalThis, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** What has shifted in a page so far. */
export const shiftsOf = (page: Page): Promise<number[]> => page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)

/** A shopper's page that remembers every request and complaint, and adds up how much the layout shifted. */
export async function openAsShopper(browser: Browser, url: string, width = 1280) {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await watchShifts(page)
  await page.goto(url, { waitUntil: 'networkidle' })
  return { page, requests, complaints }
}

/** The cards that are shown, and who chose them. */
export function cardsOn(page: Page) {
  return page.locator('.tandem__cards > .tandem-card').evaluateAll((all) =>
    all.map((one) => ({
      product: Number((one as HTMLElement).dataset['offer']),
      by: one.querySelector<HTMLInputElement>('[name="properties[_tandem]"]')?.value,
      text: (one as HTMLElement).innerText,
    })),
  )
}

/** The customer with the most orders, and what they bought. */
export function regularOf({ orders }: World) {
  const counts = new Map<number, number>()
  for (const { customerId } of orders) if (customerId) counts.set(customerId, 1 + (counts.get(customerId) ?? 0))
  const [id] = [...counts].sort(([, a], [, b]) => b - a)[0]!
  const theirs = orders.filter(({ customerId }) => customerId === id)
  return { id, bought: new Set(theirs.flatMap(({ lines }) => lines.map((line) => line.productId))) }
}
