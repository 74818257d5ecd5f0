import { createHmac, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { aCustomer, aProduct, aWorld } from '../a/world.ts'
import { LOCAL_API_SECRET } from '../running/app-processes.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { openWithAll } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'

const CANARY = { firstName: 'Canary', lastName: 'Featherstone', email: 'canary.featherstone@example.com', phone: '+15550100777' }
const ours = aWorld({
  facts: { domain: 'ours.myshopify.com', handle: 'ours' },
  products: [aProduct({ id: 1 }), aProduct({ id: 2 })],
  customers: [aCustomer({ id: 7, ...CANARY })],
})
const OURS = ours.facts.domain

let running: RunningShop

beforeAll(async () => {
  running = await aRunningShop('webhook-door', ours)
  await openWithAll(running.simulator, running.app.url, OURS)
  await awaitSync(running.database, OURS, () => {})
  await awaitQuiet(running.simulator, running.database)
})

const one = async (sql: string) => Object.values((await running.database.query<Record<string, unknown>>(sql)).rows[0]!)[0]

/** Every row of every table of ours, as text. */
async function everything(): Promise<string> {
  const { rows } = await running.database.query<{ tablename: string; schemaname: string }>(
    "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'jobs')",
  )
  const texts = await Promise.all(
    rows.map(({ schemaname, tablename }) =>
      running.database.query(`SELECT row_to_json(t)::text AS row FROM ${schemaname}."${tablename}" t`),
    ),
  )
  return texts.flatMap((result) => result.rows.map((row: { row: string }) => row.row)).join('\n')
}

const order = (updatedAt: string, quantity: number) =>
  JSON.stringify({
    id: 900,
    currency: 'EUR',
    created_at: '2026-11-01T10:00:00Z',
    updated_at: updatedAt,
    cancelled_at: null,
    email: CANARY.email,
    customer: { id: 7, ...CANARY },
    line_items: [{ id: 1, product_id: 1, variant_id: 11, quantity, current_quantity: quantity, price: '12.50', properties: [] }],
  })

const sign = (body: string, secret = LOCAL_API_SECRET) => createHmac('sha256', secret).update(body).digest('base64')

function deliver(body: string, { signature = sign(body), id = randomUUID(), topic = 'orders/updated' } = {}): Promise<Response> {
  return fetch(`${running.app.url}/webhooks`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-shopify-hmac-sha256': signature,
      'x-shopify-topic': topic,
      'x-shopify-shop-domain': OURS,
      'x-shopify-webhook-id': id,
    },
    body,
  })
}

describe('the webhook door', () => {
  it('stores nothing that Shopify did not sign', async () => {
    const body = order('2026-11-01T10:00:00Z', 1)
    const before = await one('SELECT count(*) FROM delivery')
    for (const signature of ['', 'AAAA', sign(body, 'another-secret-of-someone'), sign(`${body} `), sign(body).slice(0, -4)])
      expect((await deliver(body, { signature })).status).toBe(401)
    expect((await fetch(`${running.app.url}/webhooks`)).status).toBe(405)
    expect(await one('SELECT count(*) FROM delivery')).toBe(before)
  })

  it('says what is wrong with a signed body that is no order, and stores nothing of it', async () => {
    const before = await one('SELECT count(*) FROM delivery')
    const answer = await deliver('{"id":"x"}')
    expect(answer.status).toBe(400)
    expect(await answer.text()).toMatch(/^id: /)
    expect((await deliver('{"id":')).status).toBe(400)
    expect(await one('SELECT count(*) FROM delivery')).toBe(before)
  })

  it('refuses a body beyond all reason', async () => {
    expect((await deliver(' '.repeat(5_100_000))).status).toBe(413)
  })

  it('lets the newest state of an order stand, however often and in whatever order the states arrive', async () => {
    const newest = order('2026-11-03T10:00:00Z', 3)
    const id = randomUUID()
    expect((await deliver(newest, { id })).status).toBe(200)
    expect((await deliver(newest, { id })).status).toBe(200)
    expect((await deliver(order('2026-11-02T10:00:00Z', 9))).status).toBe(200)
    expect((await deliver(newest)).status).toBe(200)
    await awaitQuiet(running.simulator, running.database)
    expect(await one('SELECT count(*) FROM "order" WHERE id = 900')).toBe('1')
    expect(await one('SELECT json_agg(quantity) FROM order_line WHERE order_id = 900')).toEqual([3])
  })
})

describe('what a shopper leaves with the shop', () => {
  it('does not reach our tables or logs, beyond lines and a customer id', async () => {
    running.simulator.shops.get(OURS)!.placeOrder({
      customerId: 7,
      lines: [{ variantId: 11, quantity: 1, properties: { Engraving: CANARY.firstName } }],
      attributes: { note: CANARY.email },
    })
    await awaitQuiet(running.simulator, running.database)
    expect(await one('SELECT count(*) FROM "order" WHERE customer_id = 7 AND id <> 900')).toBe('1')
    const kept =
      (await everything()) +
      readFileSync('.data/test-logs/webhook-door/server.log', 'utf8') +
      readFileSync('.data/test-logs/webhook-door/worker.log', 'utf8')
    for (const secret of Object.values(CANARY)) expect(kept).not.toContain(secret)
  })
})
