import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { aWorld } from '../a/world.ts'
import { placeBlock, removeBlock, switchEmbed } from '../simulator/storefront/place-block.ts'
import { openSimulator, type OpenSimulator } from '../simulator/simulator-for-tests.ts'
import { openBrowser } from './open-browser.ts'

const world = aWorld({})
let page: Page
let browser: Browser
let local: OpenSimulator
let app: Server
const sent: string[] = []

/** A page such as an app has: App Bridge, a form that has a save bar, and a bar of the app's own. */
const appPage = (
  bridge: string,
) => `<!doctype html><title>App</title><meta name="shopify-api-key" content="key"><script src="${bridge}"></script>
  <form data-save-bar onsubmit="event.preventDefault(); fetch('/sent?' + new URLSearchParams(new FormData(this)))"><input name="heading" value="As it was"></form>
  <ui-save-bar id="own"><button variant="primary" onclick="fetch('/sent?own=saved')">Save</button><button onclick="fetch('/sent?own=discarded')">Discard</button></ui-save-bar>`

beforeAll(async () => {
  app = createServer(({ url = '' }, answer) => {
    if (url.startsWith('/sent')) sent.push(url.split('?')[1]!)
    answer.setHeader('content-type', 'text/html').end(url.startsWith('/sent') ? '' : appPage(`${local.simulator.url}/app-bridge.js`))
  }).listen(0, '127.0.0.1')
  await once(app, 'listening')
  local = await openSimulator(world, { appUrl: `http://127.0.0.1:${(app.address() as AddressInfo).port}` })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await local?.close()
  app?.close()
})

let frame: Frame
beforeEach(async () => {
  sent.length = 0
  await page?.close()
  page = await browser.newPage()
  await page.goto(local.simulator.adminUrl(local.domain, ''))
  await page.frameLocator('iframe').locator('input[name=heading]').waitFor()
  frame = page.frames().find((one) => one.parentFrame() === page.mainFrame())!
})

const extensions = () => frame.evaluate('shopify.app.extensions()')
const bar = () => page.locator('#save-bar')
const heading = () => frame.locator('input[name=heading]')

it('tells without any scope where the published theme has the block', async () => {
  const { themeFiles } = local.simulator.shops.get(local.domain)!
  removeBlock(themeFiles)
  const block = { handle: 'product-offers', name: 'Goes well with', target: 'section' }
  const told = async (handle: string) => {
    const [ours] = (await extensions()) as { activations: { handle: string }[] }[]
    return ours?.activations.find((one) => one.handle === handle)
  }
  expect(await told('product-offers')).toEqual({ ...block, status: 'available', activations: [] })
  placeBlock(themeFiles)
  const place = { target: 'template--product/tandem/tandem', themeId: 'gid://shopify/OnlineStoreTheme/1' }
  expect(await told('product-offers')).toEqual({ ...block, status: 'active', activations: [place] })
  expect(await told('tandem')).toMatchObject({ name: 'Tandem', target: 'body', status: 'available' })
  switchEmbed(themeFiles, 'tandem', true)
  expect(await told('tandem')).toMatchObject({ status: 'active' })
})

it('a form that says so has a save bar from its first change on, which sends it', async () => {
  expect(await bar().isVisible()).toBe(false)
  await heading().fill('Changed')
  await bar().waitFor()
  await page.locator('#save').click()
  await bar().waitFor({ state: 'hidden' })
  await expect.poll(() => sent).toEqual(['heading=Changed'])
})

it('discarding puts the form back and takes the bar away', async () => {
  await heading().fill('Changed')
  await bar().waitFor()
  await page.locator('#discard').click()
  await bar().waitFor({ state: 'hidden' })
  expect(await heading().inputValue()).toBe('As it was')
  expect(sent).toEqual([])
})

it('a bar of the app’s own presses its own buttons, and is shown and hidden by its id', async () => {
  await frame.evaluate("shopify.saveBar.show('own')")
  await bar().waitFor()
  await page.locator('#save').click()
  await expect.poll(() => sent).toEqual(['own=saved'])
  await page.locator('#discard').click()
  await expect.poll(() => sent).toEqual(['own=saved', 'own=discarded'])
  await frame.evaluate("shopify.saveBar.hide('own')")
  await bar().waitFor({ state: 'hidden' })
})
