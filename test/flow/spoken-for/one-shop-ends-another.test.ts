import { createHmac, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aProduct, aWorld } from '../../a/world.ts'
import { LOCAL_API_SECRET } from '../../running/app-processes.ts'
import { askApp, openWithAll, publishInApp, putInApp, readPage } from '../../running/merchant.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'
import { twoDaysLater } from '../../running/two-days-later.ts'
import { shopBody, shopNamedIn } from '../../simulator/state/shop-body.ts'

const worldOf = (handle: string) =>
  aWorld({ facts: { domain: `${handle}.myshopify.com`, handle }, products: [aProduct({ id: 1 }), aProduct({ id: 2 })] })
const [ours, evil] = [worldOf('ours'), worldOf('evil')]
const OURS = ours.facts.domain
const EVIL = evil.facts.domain
const { simulator, app, database, quiet, rowsOf, one, until } = await aSyncedShop('one-shop-ends-another', ours, evil)
const all = { kind: 'all', of: [] }
await putInApp(simulator, app.url, OURS, '/rules/ours', {
  id: 'ours',
  name: 'Anything beside anything',
  state: 'active',
  priority: 1,
  when: all,
  offer: { where: all, joins: [], except: null, sort: 'best-selling', most: 3 },
})
await publishInApp(simulator, app.url, OURS)
await quiet()

const ENDING = ['app/uninstalled', 'shop/redact'] as const
const sign = (text: string) => createHmac('sha256', LOCAL_API_SECRET).update(text).digest('base64')

/** Posts a body to the webhooks' door under the victim's name, with whatever signature the sender holds for it. */
async function post(topic: string, body: string, signature: string, more: Readonly<Record<string, string>> = {}): Promise<number> {
  const response = await fetch(`${app.url}/webhooks`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-shopify-hmac-sha256': signature,
      'x-shopify-topic': topic,
      'x-shopify-shop-domain': OURS,
      'x-shopify-webhook-id': randomUUID(),
      ...more,
    },
    body,
  })
  await response.body?.cancel()
  return response.status
}

/** All that makes the shop what it is for us: who ends it changes some of these. */
async function whatStands(): Promise<unknown> {
  return one(
    `SELECT jsonb_build_array(uninstalled_at, generation, (SELECT count(*) FROM product WHERE shop_id = shop.id), (SELECT count(*) FROM rule WHERE shop_id = shop.id),
       (SELECT count(*) FROM rule_version WHERE shop_id = shop.id), (SELECT count(*) FROM published_slot WHERE shop_id = shop.id),
       (SELECT count(*) FROM session WHERE session.shop = shop.id)) FROM shop WHERE id = '${OURS}'`,
  )
}

describe('who holds a thing that was signed for something else', () => {
  it.each(ENDING)('does not end another shop with their own session token, as %s', async (topic) => {
    const before = await whatStands()
    const [head, claims, mark] = simulator.sessionToken(EVIL).split('.') as [string, string, string]
    expect(await post(topic, `${head}.${claims}`, Buffer.from(mark, 'base64url').toString('base64'))).toBe(400)
    await quiet()
    expect(await whatStands()).toEqual(before)
  })

  it.each(ENDING)('does not end another shop with a delivery about their own, as %s', async (topic) => {
    const before = await whatStands()
    const bodies = [shopBody(evil.facts), shopNamedIn('shop/redact', evil.facts), {}, { id: 1 }, []].map((body) => JSON.stringify(body))
    for (const body of bodies) expect([body, await post(topic, body, sign(body))]).toEqual([body, 400])
    await quiet()
    expect(await whatStands()).toEqual(before)
  })

  it('does not put their own order into another shop', async () => {
    const order = simulator.shops
      .get(EVIL)!
      .placeOrder({ customerId: null, lines: [{ variantId: 11, quantity: 1, properties: {} }], attributes: {} })
    await quiet()
    const { body } = simulator.webhooks.deliveries.findLast(({ topic, domain }) => topic === 'orders/create' && domain === EVIL)!
    expect(await post('orders/create', body, sign(body))).toBe(400)
    await quiet()
    expect(await one(`SELECT count(*) FROM "order" WHERE shop_id = '${OURS}' AND id = ${order.id}`)).toBe('0')
  })

  it.each(['', 'yesterday', '+275760-09-13T00:00:00.000Z', '-271821-04-20T00:00:00.000Z', '1970-01-01T00:00:00Z', '2099-01-01T00:00:00Z'])(
    'hears that a date is none that can be: “%s”',
    async (date) => {
      const body = JSON.stringify({ id: 1 })
      expect(await post('products/update', body, sign(body), { 'x-shopify-triggered-at': date })).toBe(date === '' ? 200 : 400)
      await quiet()
    },
  )
})

describe('what cannot be undone', () => {
  const truly = { 'app/uninstalled': shopBody(ours.facts), 'shop/redact': shopNamedIn('shop/redact', ours.facts) }
  const waits = (topic: string) =>
    until(`SELECT EXISTS (SELECT FROM delivery WHERE topic = '${topic}' AND applied_at IS NULL AND doubt = 'still-in')`)

  it.each(ENDING)('waits while the stored token still answers, however well %s is signed and whenever it was made', async (topic) => {
    await database.query(`UPDATE shop SET met_at = met_at - interval '1 month'`)
    const before = await whatStands()
    const body = JSON.stringify(truly[topic])
    for (const hours of [0, 3, 1_000])
      expect(
        await post(topic, body, sign(body), { 'x-shopify-triggered-at': new Date(Date.now() - hours * 3_600_000).toISOString() }),
      ).toBe(200)
    await waits(topic)
    await quiet()
    expect(await whatStands()).toEqual(before)
    expect(await one(`SELECT count(*) FROM delivery WHERE topic = '${topic}' AND applied_at IS NULL`)).toBe('1')
  })

  it('is told loudly, in the log and to the merchant, who may throw it away', async () => {
    expect(readFileSync('.data/test-logs/one-shop-ends-another/worker.log', 'utf8')).toContain('nothing is deleted, the delivery waits')
    const banner = /Nothing was deleted: this app is still in your shop<.*On \w+ \d+, 20\d\d, .*, a message said that the app was removed/s
    expect(banner.test(await readPage(simulator, app.url, OURS, ''))).toBe(true)
    const { status } = await askApp(simulator, app.url, OURS, '/app.data?index', {}, 'DELETE')
    expect(status).toBe(200)
    expect(banner.test(await readPage(simulator, app.url, OURS, ''))).toBe(false)
    expect(await one('SELECT count(*) FROM delivery WHERE applied_at IS NULL')).toBe('0')
  })

  it('waits while Shopify cannot be asked', async () => {
    const before = await whatStands()
    simulator.weather(OURS).graphql.often(1, { kind: 'status', status: 503 })
    const body = JSON.stringify(truly['app/uninstalled'])
    expect(await post('app/uninstalled', body, sign(body))).toBe(200)
    await until(`SELECT EXISTS (SELECT FROM delivery WHERE applied_at IS NULL AND doubt = 'silent')`)
    await quiet()
    expect(await whatStands()).toEqual(before)
    simulator.weather(OURS).clear()
    await database.query('UPDATE delivery SET applied_at = now() WHERE applied_at IS NULL')
  })

  it('happens once the app was truly removed; what the merchant made outlives that by 48 hours', async () => {
    const made = () =>
      rowsOf(
        `SELECT (SELECT count(*) FROM rule WHERE shop_id = '${OURS}') AS rules, (SELECT count(*) FROM rule_version WHERE shop_id = '${OURS}') AS versions`,
      )
    const before = await made()
    simulator.uninstall(OURS)
    await quiet()
    expect(await rowsOf(`SELECT FROM session WHERE shop = '${OURS}'`)).toEqual([])
    const body = JSON.stringify(truly['shop/redact'])
    expect(await post('shop/redact', body, sign(body))).toBe(200)
    await quiet()
    expect(await made()).toEqual(before)
    await twoDaysLater(database)
    await until(`SELECT NOT EXISTS (SELECT FROM shop WHERE id = '${OURS}')`)
    await quiet()
    expect(await made()).toEqual([{ rules: '0', versions: '0' }])
    expect(await one(`SELECT count(*) FROM product WHERE shop_id = '${EVIL}'`)).toBe('2')
    await openWithAll(simulator, app.url, EVIL)
  })
})
