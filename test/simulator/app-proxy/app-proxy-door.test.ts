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
const app = createServer((request, response) => {
  void text(request).then((body) => {
    asked.push({ method: request.method!, url: new URL(request.url!, 'http://app'), headers: request.headers, body })
    response.writeHead(203, { 'content-type': 'text/x-answer', 'set-cookie': 'spy=1', 'x-from-app': 'yes' }).end('answered')
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
