import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core'
import { afterEach, expect } from 'vitest'
import { awaitQuiet } from '../running/await-quiet.ts'
import { grantAll } from '../running/grant.ts'
import type { RunningShop } from '../running/running-shop.ts'

const WIDTHS = [390, 1280]
/** The frame counts nothing but how long a toast stays: who stood still for a while finds it all the same. */
const PATIENT_TOASTS = 'if (window === top) { const wait = setTimeout; window.setTimeout = (work, ms) => wait(work, 10 * ms) }'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The app as a merchant has it before them, inside Shopify's admin. */
export interface MerchantPage {
  readonly page: Page
  /** The app's own part of it. */
  readonly admin: () => FrameLocator
  readonly open: (path?: string) => Promise<unknown>
  /** Resolves once no webhook is under way and no job waits. */
  readonly quiet: () => Promise<void>
  /** Lets the tab keep nothing of what was typed and not saved. */
  readonly forgetDrafts: () => Promise<void>
  /** What axe finds wrong on a phone and on a desk, or at other widths, and where the page is wider than its window. */
  readonly faults: (widths?: readonly number[]) => Promise<unknown[]>
}

/** What the browser kept from running or loading; a test in which it did has failed. */
const refused: string[] = []
// Registered while the file is collected: a hook that is registered inside another one is never run.
afterEach(() => expect(refused.splice(0)).toEqual([]))

/** An empty page of a merchant's browser, in a session of its own. */
export async function merchantsPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options })
  await page.addInitScript(PATIENT_TOASTS)
  page.on('console', (line) => void (line.text().includes('Content Security Policy') && refused.push(line.text())))
  return page
}

/**
 * Opens the app in a shop, in a session of its own, and waits until it has read the shop. Where that installs it, the merchant grants
 * whatever is optional as well, unless told.
 */
export async function openMerchantPage(
  browser: Browser,
  { simulator, app, database }: RunningShop,
  shop: string,
  grants: 'all' | 'nothing' = 'all',
): Promise<MerchantPage> {
  if (grants === 'all' && !simulator.installations.get(shop)!.installed) grantAll(simulator, shop)
  const page = await merchantsPage(browser)
  const admin = () => page.frameLocator('iframe').first()
  const quiet = () => awaitQuiet(simulator, database)
  const open = (path = '') => page.goto(simulator.adminUrl(shop, path))
  await open()
  await admin().getByText('Getting started').waitFor()
  await quiet()
  return { page, admin, open, quiet, forgetDrafts, faults }

  async function forgetDrafts(): Promise<void> {
    await open('/rules')
    await page
      .frames()
      .find((one) => one.url().startsWith(app.url))
      ?.evaluate('sessionStorage.clear()')
  }

  async function faults(widths: readonly number[] = WIDTHS): Promise<unknown[]> {
    const found: unknown[] = []
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      const frame = page.frames().find((one) => one.url().startsWith(app.url))!
      await frame.evaluate(axe)
      const wrong: unknown[] = await frame.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
      )
      if (await frame.evaluate('document.documentElement.scrollWidth > innerWidth')) wrong.push('too wide')
      for (const one of wrong) found.push([width, one])
    }
    return found
  }
}

/** Opens a new rule and fills in its name, and that it offers batteries beside toys. */
export async function fillRule({ admin, page, open }: MerchantPage, name: string): Promise<void> {
  await open('/rules/new')
  await fillType(admin(), page, 0, 'Toy')
  await fillType(admin(), page, 1, 'Battery')
  await admin().getByLabel('Name', { exact: true }).fill(name)
}

/** Chooses a type in one of the builder's fields for types, counted from 0. */
export async function fillType(admin: FrameLocator, page: Page, at: number, name: string): Promise<void> {
  await admin.getByPlaceholder('Search types').nth(at).click()
  await page.keyboard.type(name)
  await admin.getByRole('option', { name, exact: true }).click()
  await page.keyboard.press('Escape')
}
