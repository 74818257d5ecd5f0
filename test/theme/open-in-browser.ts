import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { Product } from '../simulator/shop.ts'
import { close, listen } from '../simulator/http-server.ts'
import { sampleDoor } from '../simulator/storefront/sample-door.ts'
import { changeTheme, type ThemeSettings } from '../simulator/storefront/theme-settings.ts'
import { openOffersPage } from './offers-page.ts'

export interface Look extends BrowserContextOptions {
  readonly width?: number
  readonly path?: string
  /** Of the block. */
  readonly settings?: Readonly<Record<string, unknown>>
  readonly theme?: Partial<ThemeSettings>
}

interface Given extends Look {
  readonly offered: readonly Product[]
  readonly notes?: Readonly<Record<string, unknown>>
}

/** A page of a shop of its own, where the robot's page holds our block: in a browser until the test is over. */
export async function openInBrowser(browser: Browser, given: Given) {
  const { offered, notes = {}, width = 1280, path = '/products/robot', settings = {}, theme = {}, ...context } = given
  const { shop } = openOffersPage({ offered, notes, settings })
  changeTheme(shop.themeFiles, theme)
  const door = sampleDoor()
  const server = await listen(0, '127.0.0.1', async (request) => (await door(request, shop)) ?? Response.error())
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const page = await browser.newPage({ viewport: { width, height: 800 }, ...context })
  onTestFinished(async () => {
    await page.close()
    await close(server)
  })
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goto(address + path)
  return { page, shop, address, complaints, requests }
}
