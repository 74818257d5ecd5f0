import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { close, listen } from '../simulator/http-server.ts'
import { sampleBlocks, sampleDoor } from '../simulator/storefront/sample-door.ts'
import type { ShopState } from '../simulator/state/shop-state.ts'

export interface View extends BrowserContextOptions {
  readonly width?: number
  readonly height?: number
  /** What the shopper said of being remembered. */
  readonly consent?: 'yes' | 'no'
  /** Who is signed in. */
  readonly customer?: number
  readonly path?: string
  /** What time it is in the shop, where its checkout and accounts have blocks of ours. */
  readonly blocksAt?: () => Date
  /** Done before the page is asked for. */
  readonly prepare?: (page: Page) => Promise<void>
}

/** A page of the shop in a browser of its own, until the test is over, with all that it asked for and complained of. */
export async function openPage(browser: Browser, shop: ShopState, view: View = {}) {
  const { width = 1280, height = 800, consent, customer, path = '/', blocksAt, prepare, ...options } = view
  let door = sampleDoor()
  const server = await listen(0, '127.0.0.1', async (request) => (await door(request, shop)) ?? Response.error())
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  if (blocksAt) door = sampleDoor({ blocks: sampleBlocks(address, blocksAt), now: blocksAt })
  const context = await browser.newContext({ viewport: { width, height }, ...options })
  if (consent) await context.addCookies([{ name: 'local_consent', value: consent, url: address }])
  if (customer) await context.addCookies([{ name: 'customer', value: String(customer), url: address }])
  const page = await context.newPage()
  onTestFinished(async () => {
    await context.close()
    await close(server)
  })
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  const go = (to: string) => page.goto(address + to)
  await prepare?.(page)
  await go(path)
  return { page, context, address, complaints, requests, go }
}
