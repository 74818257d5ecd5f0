import { beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../../a/world.ts'
import { LOCAL_API_KEY } from '../../running/app-processes.ts'
import { openApp } from '../../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../../running/running-shop.ts'
import { sendRequest } from '../../running/send-request.ts'
import { everyRoute } from '../foreign/every-route.ts'

const world = aWorld({ facts: { domain: 'ours.myshopify.com', handle: 'ours' }, products: [aProduct()] })
const OURS = world.facts.domain
const HOST = Buffer.from('admin.shopify.com/store/ours').toString('base64url')

let running: RunningShop
beforeAll(async () => {
  running = await aRunningShop('app-bridge-first', world)
  await openApp(running.simulator, running.app.url, OURS)
})

const read = async (path: string, query: Record<string, string>) => {
  const { status, headers, said } = await sendRequest(running.app.url, `${path}?${new URLSearchParams(query)}`)
  return { status, said, isHtml: String(headers['content-type']).startsWith('text/html') }
}
const opened = () => ({ embedded: '1', shop: OURS, host: HOST, id_token: running.simulator.sessionToken(OURS) })

const BRIDGE = /<script [^>]*app-bridge\.js"/g

/** What stands in the page up to the first script's source, that included. */
const upToFirstScript = (said: string) => /^[^]*?<script\b[^>]*>/.exec(said)?.[0] ?? 'no script'

function expectBridgeFirst(said: string): void {
  const start = upToFirstScript(said)
  expect(start).toMatch(/<script [^>]*src="[^"]*\/app-bridge\.js"[^>]*>$/)
  expect(start).toContain(`<meta name="shopify-api-key" content="${LOCAL_API_KEY}"`)
  expect(start).not.toContain('<body')
  expect(said.match(BRIDGE)).toHaveLength(1)
}

const adminRoutes = everyRoute().filter((route) => /^(app|auth)\b/.test(route))

it.each(adminRoutes)('App Bridge is the first script of “%s”, after its key, whether there is such a page or not', async (route) => {
  const path = `/${route.replace(/:\w+|\*/, 'nothing')}`
  const { said, isHtml } = await read(path, opened())
  if (isHtml) expectBridgeFirst(said)
  else expect(path).toMatch(/csv|waiting|reach|requests|auth|standard|story|measuring|said/)
})

it('App Bridge is the first script of the page that fetches a token', async () => {
  const { said } = await read('/auth/session-token', { shop: OURS, host: HOST })
  const start = upToFirstScript(said)
  expect(start).toMatch(new RegExp(`<meta name="shopify-api-key" content="${LOCAL_API_KEY}"[^>]*>\\s*<script [^>]*app-bridge\\.js`))
})

it('App Bridge is the first script of the page that says that something went wrong', async () => {
  await running.database.query('ALTER TABLE shop RENAME TO shop_away')
  const { status, said } = await read('/app', opened())
  await running.database.query('ALTER TABLE shop_away RENAME TO shop')
  expect(status).toBe(500)
  expect(said).toContain('Something went wrong')
  expectBridgeFirst(said)
})

it('a page that stands in no admin has none', async () => {
  const { status, said } = await read('/', {})
  expect([status, BRIDGE.test(said)]).toEqual([200, false])
})
