import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { aWorld } from '../../a/world.ts'
import { TOML } from '../admin/admin-for-tests.ts'
import { readAppConfig } from '../admin/app-config.ts'
import { install, offerApp } from '../admin/installation.ts'
import { openShop } from '../state/open-shop.ts'
import { openCourier } from './webhook-courier.ts'

interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
}

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

/** An app that answers each delivery with the next of the statuses, and the last one from then on. */
async function anApp(...statuses: number[]) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    void buffer(request).then((bytes) => {
      received.push({ path: request.url ?? '', headers: request.headers, bytes })
      response.statusCode = statuses.length > 1 ? statuses.shift()! : (statuses[0] ?? 200)
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const app = readAppConfig(TOML, {
    key: 'key',
    secret: 'local-shop-secret',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  })
  const now = () => new Date('2026-07-01T12:00:00Z')
  const installation = offerApp({
    app,
    shop: openShop(aWorld(), now),
    now,
    storefrontUrl: '',
    filesUrl: '',
    filesFolder: '',
    tell: () => undefined,
  })
  install(installation)
  return { installation, received }
}

test('a delivery is signed over exactly the bytes that arrive', async () => {
  const { installation, received } = await anApp(200)
  const courier = openCourier([])
  courier.send({ topic: 'orders/create', payload: { id: 1, note: 'Grüße & „Zeichen“ 🎁' } }, installation)
  await courier.settled()
  const [{ path, headers, bytes }] = received as [Received]
  expect(path).toBe('/webhooks')
  expect(headers['x-shopify-hmac-sha256']).toBe(createHmac('sha256', 'local-shop-secret').update(bytes).digest('base64'))
  expect(headers).toMatchObject({
    'x-shopify-topic': 'orders/create',
    'x-shopify-shop-domain': 'tiny.myshopify.com',
    'x-shopify-api-version': '2026-07',
    'x-shopify-triggered-at': '2026-07-01T12:00:00.000Z',
  })
  expect(JSON.parse(bytes.toString('utf8'))).toEqual({ id: 1, note: 'Grüße & „Zeichen“ 🎁' })
})

test('what is refused comes again under the same id, with the same bytes, until it is taken', async () => {
  const { installation, received } = await anApp(500, 401, 200)
  const courier = openCourier([1, 1, 1, 1])
  courier.send({ topic: 'products/update', payload: { id: 1 } }, installation)
  await courier.settled()
  expect(courier.deliveries).toMatchObject([{ attempts: 3, status: 200 }])
  expect(new Set(received.map(({ headers }) => headers['x-shopify-webhook-id'])).size).toBe(1)
  expect(new Set(received.map(({ bytes }) => bytes.toString('utf8'))).size).toBe(1)
})

test('after the last of its attempts a delivery is given up, and nothing waits for it', async () => {
  const { installation } = await anApp(503)
  const courier = openCourier([1, 1])
  courier.send({ topic: 'products/update', payload: {} }, installation)
  await courier.settled()
  expect(courier.deliveries).toMatchObject([{ attempts: 3, status: 503 }])
})

test('nobody listens, nothing is sent; fields that were not asked for stay away', async () => {
  const { installation, received } = await anApp(200)
  const courier = openCourier([])
  courier.send({ topic: 'customers/create', payload: {} }, installation)
  installation.subscriptions.add({ topic: 'SHOP_UPDATE', uri: '/shop', includeFields: ['id'], fromConfiguration: false, at: new Date() })
  courier.send({ topic: 'shop/update', payload: { id: 1, email: 'a@example.com' } }, installation)
  await courier.settled()
  expect(received.map(({ path, bytes }) => [path, bytes.toString('utf8')])).toEqual([['/shop', '{"id":1}']])
})
