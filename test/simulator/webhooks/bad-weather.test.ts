import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer, aProduct, aWorld } from '../../a/world.ts'
import { openSimulator, type OpenSimulator } from '../simulator-for-tests.ts'

const TOML = `
name = "Tandem"
[access_scopes]
scopes = "read_products"
optional_scopes = ["read_orders"]
[[webhooks.subscriptions]]
topics = ["products/update", "app/uninstalled"]
compliance_topics = ["customers/redact", "shop/redact"]
uri = "/webhooks"
`
const world = aWorld({ products: [aProduct({ id: 1 }), aProduct({ id: 2 }), aProduct({ id: 3 })], customers: [aCustomer({ id: 7 })] })

interface Taken {
  readonly topic: string
  readonly webhookId: string
  readonly eventId: string
  readonly headers: IncomingHttpHeaders
}

const taken: Taken[] = []
const app = createServer((request, response) => {
  const said = (name: string) => String(request.headers[`x-shopify-${name}`])
  taken.push({ topic: said('topic'), webhookId: said('webhook-id'), eventId: said('event-id'), headers: request.headers })
  request.resume().on('end', () => response.end())
})
let at: OpenSimulator
beforeEach(async () => {
  taken.length = 0
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
  at = await openSimulator(world, { appUrl: `http://127.0.0.1:${(app.address() as AddressInfo).port}`, appToml: TOML })
})
afterEach(async () => {
  await at.close()
  app.closeAllConnections()
  await new Promise((resolve) => app.close(resolve))
})

const change = (id = 1) => at.simulator.shops.get(at.domain)!.changeProduct(id, () => {})
const topics = () => taken.map(({ topic }) => topic)
const different = (of: 'webhookId' | 'eventId') => new Set(taken.map((one) => one[of])).size

test('what is lost never comes', async () => {
  at.weather.webhooks.next(1, { kind: 'lost' }, 'products/update')
  change()
  change()
  await at.simulator.webhooks.settled()
  expect(topics()).toEqual(['products/update'])
  expect(at.simulator.webhooks.deliveries.map(({ lost }) => lost)).toEqual([true, false])
})

test('a duplicate is the same webhook, a twin another one of the same event', async () => {
  at.weather.webhooks.next(1, { kind: 'duplicate' })
  change()
  await at.simulator.webhooks.settled()
  expect([taken.length, different('webhookId'), different('eventId')]).toEqual([2, 1, 1])
  taken.length = 0
  at.weather.webhooks.next(1, { kind: 'twin' })
  change()
  await at.simulator.webhooks.settled()
  expect([taken.length, different('webhookId'), different('eventId')]).toEqual([2, 2, 1])
})

test('what was acknowledged unheard comes again', async () => {
  at.weather.webhooks.next(1, { kind: 'unacknowledged' })
  change()
  await at.simulator.webhooks.settled()
  expect([taken.length, different('webhookId')]).toEqual([2, 1])
  expect(at.simulator.webhooks.deliveries).toMatchObject([{ attempts: 2, status: 200 }])
})

test('late ones come, held ones when they are let go, shuffled ones all', async () => {
  at.weather.webhooks.next(1, { kind: 'late', milliseconds: 10 })
  change()
  await at.simulator.webhooks.settled()
  expect(topics()).toHaveLength(1)
  at.weather.webhooks.hold()
  for (const id of [1, 2, 3]) change(id)
  await at.simulator.webhooks.settled()
  expect([taken.length, at.weather.webhooks.held]).toEqual([1, 3])
  at.weather.webhooks.release('shuffled')
  at.weather.webhooks.shuffle(10)
  for (const id of [1, 2, 3]) change(id)
  await at.simulator.webhooks.settled()
  expect(taken).toHaveLength(7)
})

test('the shop’s clock is in the delivery', async () => {
  at.weather.setClock(10)
  change()
  await at.simulator.webhooks.settled()
  const said = Date.parse(String(taken[0]!.headers['x-shopify-triggered-at']))
  expect(Math.abs(said - Date.now() - 600_000)).toBeLessThan(30_000)
})

test('what privacy law asks for reaches an app that was removed, and nothing else does', async () => {
  const shop = at.simulator.shops.get(at.domain)!
  at.simulator.uninstall(at.domain)
  await at.simulator.webhooks.settled()
  change()
  shop.redactCustomer(7)
  shop.redactShop()
  await at.simulator.webhooks.settled()
  expect(topics().toSorted()).toEqual(['app/uninstalled', 'customers/redact', 'shop/redact'])
})

test('of what an app may not read it does not hear', async () => {
  const create = (uri: string) =>
    at.ask(
      'mutation ($uri: String!) { webhookSubscriptionCreate(topic: ORDERS_CREATE, webhookSubscription: { uri: $uri }) { userErrors { message } } }',
      { uri },
    )
  const sell = async () => {
    at.simulator.shops
      .get(at.domain)!
      .placeOrder({ customerId: 7, lines: [{ variantId: 11, quantity: 1, properties: {} }], attributes: {} })
    await at.simulator.webhooks.settled()
    return topics().filter((topic) => topic === 'orders/create').length
  }
  at.simulator.changeScopes(at.domain, 'grant', ['read_orders'])
  expect(await (await create('/webhooks')).json()).toMatchObject({ data: { webhookSubscriptionCreate: { userErrors: [] } } })
  expect(await sell()).toBe(1)
  at.simulator.changeScopes(at.domain, 'revoke', ['read_orders'])
  expect(await sell()).toBe(1)
  expect(await (await create('/more')).json()).toMatchObject({
    data: { webhookSubscriptionCreate: { userErrors: [{ message: expect.stringContaining('do not have permission') as string }] } },
  })
})
