import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCustomer, aWorld } from '../../a/world.ts'
import { openSimulator, type OpenSimulator } from '../simulator-for-tests.ts'
import { signProxy } from './sign-proxy.ts'

const TOML = `
name = "Tandem"
[access_scopes]
scopes = "write_app_proxy"
[app_proxy]
url = "/proxy"
subpath = "tandem"
prefix = "apps"
`
interface Asked {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const asked: Asked[] = []
let answered: { readonly status: number; readonly headers: Record<string, string>; readonly body: string } | undefined
const app = createServer((request, response) => {
  void text(request).then((body) => {
    asked.push({ method: request.method!, url: new URL(request.url!, 'http://app'), headers: request.headers, body })
    const usual = {
      status: 203,
      headers: { 'content-type': 'text/x-answer', 'set-cookie': 'spy=1', 'x-from-app': 'yes' },
      body: 'answered',
    }
    const { status, headers, body: answer } = answered ?? usual
    answered = undefined
    response.writeHead(status, headers).end(answer)
  })
})
let at: OpenSimulator
beforeAll(async () => {
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
  at = await openSimulator(aWorld({ customers: [aCustomer({ id: 7 })] }), {
    appUrl: `http://127.0.0.1:${(app.address() as AddressInfo).port}`,
    appToml: TOML,
  })
})
afterAll(async () => {
  await at.close()
  app.close()
})
beforeEach(() => void (asked.length = 0))

/** What Shopify's documentation lists as kept back from an app's answers. */
const STRIPPED = [
  ...['accept-patch', 'accept-ranges', 'cookie', 'delta-base', 'im', 'p3p', 'pragma', 'preference-applied', 'proxy-authenticate'],
  ...['public-key-pins', 'server', 'service-worker-allowed', 'set-cookie', 'tk', 'warning', 'x-powered-by'],
]
const visit = (path: string, init: RequestInit = {}) => fetch(at.simulator.url + path, { redirect: 'manual', ...init })

test('a request is passed on signed, without cookies, and the answer comes back without any', async () => {
  const answer = await visit('/apps/tandem/offers/list?product=1&b=two%20words', {
    headers: { cookie: 'customer=7; cart=x', 'x-mine': 'kept' },
  })
  expect([answer.status, await answer.text(), answer.headers.get('x-from-app')]).toEqual([203, 'answered', 'yes'])
  expect(answer.headers.get('set-cookie')).toBeNull()
  const [{ method, url, headers }] = asked as [Asked]
  expect([method, url.pathname, headers['x-mine'], headers.cookie]).toEqual(['GET', '/proxy/offers/list', 'kept', undefined])
  const { timestamp, signature, ...rest } = Object.fromEntries(url.searchParams)
  expect(rest).toEqual({ product: '1', b: 'two words', shop: at.domain, logged_in_customer_id: '7', path_prefix: '/apps/tandem' })
  expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(30)
  const message = `b=two wordslogged_in_customer_id=7path_prefix=/apps/tandemproduct=1shop=${at.domain}timestamp=${timestamp}`
  expect(signature).toBe(createHmac('sha256', 'local-shop-secret').update(message).digest('hex'))
})

test('a visitor without an account, or with an invented one, is nobody; a body is passed on', async () => {
  await visit('/apps/tandem', { method: 'POST', body: 'a=1' })
  await visit('/de/apps/tandem/x', { headers: { cookie: 'customer=8' } })
  expect(asked.map(({ method, body, url }) => [method, body, url.pathname, url.searchParams.get('logged_in_customer_id')])).toEqual([
    ['POST', 'a=1', '/proxy', ''],
    ['GET', '', '/proxy/x', ''],
  ])
})

test('what a shopper writes into the query stays beside what Shopify says, and is signed with it', async () => {
  await visit('/apps/tandem?shop=evil.myshopify.com&signature=00&logged_in_customer_id=1')
  const { searchParams } = asked[0]!.url
  expect(searchParams.getAll('shop')).toEqual(['evil.myshopify.com', at.domain])
  expect(searchParams.getAll('logged_in_customer_id')).toEqual(['1', ''])
  expect(searchParams.getAll('signature')).toEqual(['00', signProxy(searchParams, 'local-shop-secret')])
})

test('the app hears who asked, and at which host', async () => {
  await visit('/apps/tandem/x', { headers: { 'x-forwarded-for': '6.6.6.6', 'x-forwarded-host': 'evil.example' } })
  const { headers } = asked[0]!
  expect(headers['x-forwarded-for']).toMatch(/127\.0\.0\.1|::1/)
  expect(headers['x-forwarded-host']).toBe(at.domain)
})

test.each(STRIPPED)('the header %s of the app’s answer does not reach the shopper', async (name) => {
  answered = { status: 200, headers: { [name]: 'of-the-app', 'x-from-app': 'yes' }, body: '' }
  const answer = await visit('/apps/tandem/x')
  expect([answer.headers.get('x-from-app'), answer.headers.get(name)]).not.toContain('of-the-app')
  expect(answer.headers.get('x-from-app')).toBe('yes')
})

test.each([301, 302, 303, 307, 308])('a %i of the app is followed, and the shopper gets where it leads', async (status) => {
  answered = { status, headers: { location: '/elsewhere?a=1' }, body: 'away' }
  const answer = await visit('/apps/tandem/x', { method: 'POST', body: 'kept=1' })
  expect([answer.status, await answer.text(), answer.headers.get('location')]).toEqual([203, 'answered', null])
  const [, { method, url, body }] = asked as [Asked, Asked]
  expect(url.pathname + url.search).toBe('/elsewhere?a=1')
  expect([method, body]).toEqual(status < 307 ? ['GET', ''] : ['POST', 'kept=1'])
})

test('an answer of Liquid is drawn with the shop’s own data, in the theme’s layout unless it wants none', async () => {
  const liquid = { status: 201, headers: { 'content-type': 'application/liquid; charset=utf-8' } }
  answered = { ...liquid, body: '<p id="drawn">{{ shop.name | escape }} {{ request.path }}</p>' }
  const drawn = await visit('/de/apps/tandem/x', { headers: { cookie: 'customer=7' } })
  expect([drawn.status, drawn.headers.get('content-type')]).toEqual([201, 'text/html; charset=utf-8'])
  const html = await drawn.text()
  expect(html).toContain('<p id="drawn">Tiny /de/apps/tandem/x</p>')
  expect(html).toMatch(/<html lang="de"[^]*<main id="main"[^]*id="drawn"[^]*<\/main>/)
  answered = { ...liquid, body: '{% layout none %}<p>{{ shop.currency }}</p>' }
  expect(await (await visit('/apps/tandem/x')).text()).toBe('<p>EUR</p>')
})

test('a merchant may have moved it: the prefix that is signed is the one that was asked at', async () => {
  at.simulator.moveProxy(at.domain, '/community/extras')
  expect((await visit('/apps/tandem/x')).status).toBe(404)
  expect((await visit('/community/extras/x')).status).toBe(203)
  expect([asked[0]!.url.pathname, asked[0]!.url.searchParams.get('path_prefix')]).toEqual(['/proxy/x', '/community/extras'])
  at.simulator.moveProxy(at.domain, '/apps/tandem')
})

test('Shopify may say more one day: it is signed as well', async () => {
  at.simulator.sayMore(at.domain, { market: 'canada' })
  await visit('/apps/tandem/x')
  at.simulator.sayMore(at.domain, {})
  const { searchParams } = asked[0]!.url
  expect([searchParams.get('market'), searchParams.get('signature')]).toEqual(['canada', signProxy(searchParams, 'local-shop-secret')])
})

test('other paths are the theme’s, and so is all where the app is not installed', async () => {
  expect((await visit('/apps/tandems')).status).toBe(404)
  at.simulator.uninstall(at.domain)
  expect((await visit('/apps/tandem/x')).status).toBe(404)
  expect(asked).toEqual([])
  await at.exchange()
  expect((await visit('/apps/tandem/x')).status).toBe(203)
})

test('the signature of Shopify’s own example', () => {
  const query = new URLSearchParams(
    'extra=1&extra=2&shop=shop-name.myshopify.com&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555',
  )
  query.append('signature', 'a9718877bea71c2484f91608a7eaea1532bdf71f5c56825065fa4ccabe549ef3')
  expect(signProxy(query, 'hush')).toBe('a9718877bea71c2484f91608a7eaea1532bdf71f5c56825065fa4ccabe549ef3')
})
