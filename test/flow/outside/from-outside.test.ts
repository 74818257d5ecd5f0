import { beforeAll, describe, expect, it } from 'vitest'
import { aProduct, aWorld } from '../../a/world.ts'
import { LOCAL_API_KEY } from '../../running/app-processes.ts'
import { openApp } from '../../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../../running/running-shop.ts'
import { sendRequest } from '../../running/send-request.ts'
import { everyRoute } from '../foreign/every-route.ts'

const world = aWorld({ facts: { domain: 'ours.myshopify.com', handle: 'ours' }, products: [aProduct()] })
const ADMIN = `https://admin.shopify.com/store/ours/apps/${LOCAL_API_KEY}`
const HOST = Buffer.from('admin.shopify.com/store/ours').toString('base64url')

let running: RunningShop
beforeAll(async () => {
  running = await aRunningShop('from-outside', world)
  await openApp(running.simulator, running.app.url, world.facts.domain)
})

interface Arrival {
  readonly status: number
  /** Where it leads out of our own addresses. */
  readonly out: string | undefined
  readonly said: string
}

/** Follows an address as a browser does that nobody has signed in with. */
async function arrive(target: string, hops = 0): Promise<Arrival> {
  const { status, headers, said } = await sendRequest(running.app.url, target, {
    headers: { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0' },
  })
  // A stranger may ask for a page a few times a second.
  if (status === 429) return arrive(target, hops)
  const { location } = headers
  if (location === undefined) return { status, out: undefined, said }
  const to = new URL(location, running.app.url)
  if (to.origin !== running.app.url) return { status, out: to.href, said }
  expect(hops).toBeLessThan(4)
  return arrive(to.pathname + to.search, hops + 1)
}

const pathOf = (route: string) => `/${route.replace(/:\w+|\*/, 'nothing')}`
const routes = everyRoute().filter((route) => route !== 'webhooks')
const pages = routes.filter((route) => route === 'app' || route.startsWith('app/'))

describe.each(routes)('“%s” opened in a browser outside of Shopify', (route) => {
  const path = pathOf(route)

  it.each([
    ['with nothing', ''],
    ['with a shop that is none', '?shop=evil.example'],
    ['with a shop', '?shop=ours.myshopify.com'],
    ['with a shop and a wrong signature', '?shop=ours.myshopify.com&hmac=00ff&timestamp=1'],
    ['with a shop, its admin and a wrong signature', `?shop=ours.myshopify.com&host=${HOST}&hmac=00ff&timestamp=1`],
    ['with a shop that has not installed it', '?shop=theirs.myshopify.com'],
    ['with a foreign admin', `?shop=theirs.myshopify.com&host=${HOST}`],
    ['with a forged word', `?shop=ours.myshopify.com&host=${HOST}&embedded=1&id_token=a.b.c`],
    ['with half an escape', '?shop=%'],
  ])('%s leads somewhere, and never round in circles', async (_, query) => {
    const { status, out, said } = await arrive(path + query)
    if (out !== undefined) return expect(out).toMatch(/^https:\/\/admin\.shopify\.com\/store\/(ours|theirs)\/apps\//)
    expect([200, 400, 401, 404, 410]).toContain(status)
    if (query === '') expect(said).toContain('Shopify admin')
  })
})

it.each(pages)('a shop without its admin is led to “%s” in it', async (route) => {
  const path = pathOf(route)
  const { out } = await arrive(`${path}?shop=ours.myshopify.com`)
  expect(out).toBe(path === '/app' ? ADMIN : ADMIN + path)
})

it('the app’s root says what it is and how it is opened, or leads there', async () => {
  const { said } = await arrive('/')
  expect(said).toMatch(/<h1>Tandem<\/h1>[^]*<a href="https:\/\/admin\.shopify\.com">/)
  expect((await arrive('/?shop=ours.myshopify.com')).out).toBe(ADMIN)
})
