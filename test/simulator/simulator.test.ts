import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../prisma/free-port.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { TOML } from './admin/admin-for-tests.ts'
import { fetchSchemas } from './admin/fetch-schema.ts'
import { startSimulator, type Simulator } from './simulator.ts'
import type { SimulatorOptions } from './simulator-options.ts'

const MAIN = 'tiny.myshopify.com'
const OTHER = 'other.myshopify.com'
const UNINSTALLED = '[[webhooks.subscriptions]]\ntopics = ["app/uninstalled"]\nuri = "/webhooks"\n'

const taken: string[] = []
const app = createServer((request, response) => {
  taken.push(String(request.headers['x-shopify-topic']))
  request.resume().on('end', () => response.end())
})
let options: SimulatorOptions
let simulator: Simulator

beforeAll(async () => {
  await fetchSchemas('.data/schemas')
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
  options = {
    port: await freePort(),
    appUrl: `http://127.0.0.1:${(app.address() as AddressInfo).port}`,
    apiKey: 'key',
    apiSecret: 'local-shop-secret',
    worlds: [
      aWorld({ products: [aProduct({ id: 1, title: 'Lamp <&> "co"' })] }),
      aWorld({ facts: { domain: OTHER, handle: 'other', name: 'Other' }, products: [aProduct({ id: 2 })] }),
    ],
    schemaFolder: '.data/schemas',
    extensionFolder: 'extensions/theme-blocks',
    drawPicture: () => '<svg xmlns="http://www.w3.org/2000/svg"/>',
    appToml: TOML + UNINSTALLED,
    retryDelays: [],
  }
  simulator = await startSimulator(options)
})
afterAll(async () => {
  await simulator.stop()
  app.close()
})

/** Node does not know `*.localhost`; a browser does. */
const get = (path: string, headers: Record<string, string> = {}) => fetch(simulator.url + path, { headers, redirect: 'manual' })

async function openApp(domain: string): Promise<string> {
  const answer = await fetch(`${simulator.url}/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-simulated-shop': domain },
    body: JSON.stringify({
      client_id: 'key',
      client_secret: 'local-shop-secret',
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: simulator.sessionToken(domain),
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
    }),
  })
  return ((await answer.json()) as { access_token: string }).access_token
}

async function shopName(domain: string, token: string, version = '2026-07') {
  const answer = await fetch(`${simulator.url}/admin/api/${version}/graphql.json`, {
    method: 'POST',
    headers: { 'x-simulated-shop': domain, 'x-shopify-access-token': token },
    body: JSON.stringify({ query: '{ shop { name } }' }),
  })
  return answer.ok ? ((await answer.json()) as { data: { shop: { name: string } } }).data.shop.name : answer.status
}

test('a token opens its own shop, in the one version of the API that is there', async () => {
  const token = await openApp(OTHER)
  expect(await shopName(OTHER, token)).toBe('Other')
  expect(await shopName(MAIN, token)).toBe(401)
  expect(await shopName('nobody.myshopify.com', token)).toBe(404)
  expect(await shopName(OTHER, token, '2025-01')).toBe(404)
})

test('storefronts by host name, the first shop by any other', async () => {
  expect(await (await get('/products/product-1')).text()).toContain('Lamp &lt;&amp;&gt;')
  expect((await get('/products/product-1', { 'x-simulated-shop': OTHER })).status).toBe(404)
  expect(simulator.productUrl(OTHER, 'product-2')).toBe(`http://other.localhost:${options.port}/products/product-2`)
})

test('the frame opens the app as Shopify does, deep links included, and serves its App Bridge', async () => {
  const page = await (await fetch(simulator.adminUrl(MAIN, '/rules/1?tab=a'))).text()
  const src = /<iframe id="app"[^>]* data-src="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  const opened = new URL(src ?? '')
  expect(opened.origin + opened.pathname).toBe(`${options.appUrl}/app/rules/1`)
  expect(Object.fromEntries(opened.searchParams)).toMatchObject({ tab: 'a', embedded: '1', shop: MAIN, locale: 'en' })
  expect(Buffer.from(opened.searchParams.get('host')!, 'base64').toString()).toBe('admin.shopify.com/store/tiny')
  expect(page).toContain('<option value="other">Other</option>')
  const bridge = await get('/app-bridge.js')
  expect(bridge.headers.get('content-type')).toContain('javascript')
  expect(await bridge.text()).toContain('resourcePicker')
  expect((await get('/store/nobody')).status).toBe(404)
})

test('the picker finds the shop’s real things in Shopify’s shape', async () => {
  const picked = (await (await get('/store/tiny/pick?type=product&query=lamp')).json()) as { resource: object }[]
  expect(picked).toMatchObject([
    { id: 'gid://shopify/Product/1', resource: { id: 'gid://shopify/Product/1', handle: 'product-1', variants: [{ price: '12.50' }] } },
  ])
})

test('the theme editor puts the block on the product page and takes it away again', async () => {
  const editor = `${simulator.url}/store/tiny/themes/current/editor`
  const template = () => simulator.shops.get(MAIN)!.themeFiles.get('templates/product.json')!
  await fetch(editor, { method: 'POST', body: new URLSearchParams({ do: 'add', heading: 'Fits', cards: '3' }) })
  expect(template()).toContain('blocks/product-offers/')
  expect(template()).toContain('"cards": 3')
  expect(await (await fetch(editor)).text()).toContain('value="Fits"')
  await fetch(editor, { method: 'POST', body: new URLSearchParams({ do: 'remove' }) })
  expect(template()).not.toContain('product-offers')
})

test('a deep link opens the theme editor for what it names, and nothing changes before it is saved', async () => {
  const editor = `${simulator.url}/store/tiny/themes/current/editor`
  const link = `${editor}?template=product&addAppBlockId=key/product-offers&target=mainSection`
  const template = () => JSON.parse(simulator.shops.get(MAIN)!.themeFiles.get('templates/product.json')!)
  const before = template()
  expect(await (await fetch(link)).text()).toMatch(/<option value="main" selected>[\s\S]*Add Tandem block/)
  expect(template()).toEqual(before)
  await fetch(link, { method: 'POST', body: new URLSearchParams({ do: 'add' }) })
  expect(template().sections.main.block_order).toEqual(['tandem'])
  await fetch(link, { method: 'POST', body: new URLSearchParams({ do: 'add', section: '' }) })
  expect(template().order).toEqual(['main', 'tandem'])
  await fetch(link, { method: 'POST', body: new URLSearchParams({ do: 'remove' }) })
  expect(template()).toEqual({ ...before, sections: { main: { ...before.sections.main, blocks: {}, block_order: [] } } })
})

test('a deep link to an app embed offers its switch, and nothing is on before it is pressed', async () => {
  const link = `${simulator.url}/store/tiny/themes/current/editor?context=apps&activateAppId=key/tandem`
  const home = async () => (await fetch(simulator.storefrontUrl(MAIN))).text()
  expect(await (await fetch(link)).text()).toMatch(/<button[^>]*value="embed:tandem:on" class="primary"/)
  expect(await home()).not.toContain('tandem-offers.js')
  await fetch(link, { method: 'POST', body: new URLSearchParams({ do: 'embed:tandem:on' }) })
  expect(await home()).toContain('tandem-offers.js')
  await fetch(link, { method: 'POST', body: new URLSearchParams({ do: 'embed:tandem:off' }) })
  expect(await home()).not.toContain('tandem-offers.js')
})

test('the theme editor chooses whose cart the theme behaves as', async () => {
  const editor = `${simulator.url}/store/tiny/themes/current/editor`
  const product = async () => (await fetch(simulator.productUrl(MAIN, 'product-1'))).text()
  expect(await product()).toMatch(/horizon\.js[\s\S]*<cart-icon/)
  await fetch(editor, { method: 'POST', body: new URLSearchParams({ do: 'theme', theme: 'dawn', cart_type: 'drawer' }) })
  expect(await (await fetch(editor)).text()).toContain('<option value="dawn" selected>')
  expect(await product()).toMatch(/dawn\.js[\s\S]*<cart-drawer class="drawer is-empty">/)
  expect(await product()).not.toContain('standard-actions.js')
})

test('a sale is told to an app that is installed; removing the app tells it so, and takes its data and tokens', async () => {
  const shop = simulator.shops.get(MAIN)!
  const sell = () => shop.placeOrder({ customerId: null, lines: [{ variantId: 11, quantity: 1, properties: {} }], attributes: {} })
  taken.length = 0
  sell()
  await simulator.webhooks.settled()
  expect(taken).toEqual([])
  const token = await openApp(MAIN)
  shop.metafields.set({ ownerId: 'gid://shopify/Product/1', namespace: 'app--40771', key: 'notes', type: 'json', value: '1' })
  sell()
  await simulator.webhooks.settled()
  expect(taken.toSorted()).toEqual(['orders/create', 'products/update', 'products/update'])
  simulator.uninstall(MAIN)
  await simulator.webhooks.settled()
  expect(taken.filter((topic) => topic === 'app/uninstalled')).toHaveLength(1)
  expect(taken).toHaveLength(4)
  expect(shop.metafields.of('gid://shopify/Product/1')).toEqual([])
  expect(await shopName(MAIN, token)).toBe(401)
})

test('a port in use is said in one line', async () => {
  await expect(startSimulator(options)).rejects.toThrow(`Port ${options.port} is in use by another program`)
})
