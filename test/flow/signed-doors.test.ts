import { createHmac, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { aCustomer, aProduct, aWorld } from '../a/world.ts'
import { LOCAL_API_KEY, LOCAL_API_SECRET } from '../running/app-processes.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { openApp, putInApp } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'

const CANARY = { firstName: 'Canary', lastName: 'Featherstone', email: 'canary.featherstone@example.com', phone: '+15550100777' }
const ours = aWorld({
  facts: { domain: 'ours.myshopify.com', handle: 'ours' },
  products: [aProduct({ id: 1 }), aProduct({ id: 2 })],
  customers: [aCustomer({ id: 7, ...CANARY })],
})
const theirs = aWorld({ facts: { domain: 'theirs.myshopify.com', handle: 'theirs' }, products: [aProduct({ id: 1 }), aProduct({ id: 3 })] })
const OURS = ours.facts.domain
const THEIRS = theirs.facts.domain

let running: RunningShop

beforeAll(async () => {
  running = await aRunningShop('signed-doors', ours, theirs)
  for (const domain of [OURS, THEIRS]) {
    await openApp(running.simulator, running.app.url, domain)
    await awaitSync(running.database, domain, () => {})
  }
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
    running.simulator.shops
      .get(OURS)!
      .placeOrder({
        customerId: 7,
        lines: [{ variantId: 11, quantity: 1, properties: { Engraving: CANARY.firstName } }],
        attributes: { note: CANARY.email },
      })
    await awaitQuiet(running.simulator, running.database)
    expect(await one('SELECT count(*) FROM "order" WHERE customer_id = 7 AND id <> 900')).toBe('1')
    const kept =
      (await everything()) +
      readFileSync('.data/test-logs/signed-doors/server.log', 'utf8') +
      readFileSync('.data/test-logs/signed-doors/worker.log', 'utf8')
    for (const secret of Object.values(CANARY)) expect(kept).not.toContain(secret)
  })
})

describe('the admin door', () => {
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = () => Math.floor(Date.now() / 1000)
  const claims = (changes = {}) => ({
    iss: `https://${OURS}/admin`,
    dest: `https://${OURS}`,
    aud: LOCAL_API_KEY,
    sub: '1',
    exp: now() + 60,
    nbf: now() - 5,
    iat: now(),
    jti: 'j',
    sid: 's',
    ...changes,
  })
  function token(payload: object, { secret = LOCAL_API_SECRET, header = { alg: 'HS256', typ: 'JWT' } as object } = {}): string {
    const signed = `${base64(header)}.${base64(payload)}`
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
  }
  const rule = {
    id: 'forged',
    name: 'Forged',
    state: 'active',
    priority: 1,
    when: { kind: 'all', of: [] },
    offer: { where: { kind: 'all', of: [] }, joins: [], except: null, sort: 'best-selling', most: 1 },
  }
  const put = (bearer: string) =>
    fetch(`${running.app.url}/app/rules/forged.data`, {
      method: 'PUT',
      redirect: 'manual',
      headers: { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0', authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify(rule),
    })

  it('lets nobody in whose session token Shopify did not sign for this app, now', async () => {
    const good = token(claims())
    const [head, body, signature] = good.split('.') as [string, string, string]
    const forgeries = [
      '',
      'x',
      `${head}.${body}.`,
      `${head}.${base64(claims({ dest: `https://${THEIRS}` }))}.${signature}`,
      `${base64({ alg: 'none', typ: 'JWT' })}.${body}.`,
      token(claims(), { header: { alg: 'none', typ: 'JWT' } }),
      token(claims(), { secret: 'another-secret-of-someone' }),
      token(claims({ aud: 'another-app' })),
      token(claims({ exp: now() - 120, nbf: now() - 180, iat: now() - 180 })),
      token(claims({ nbf: now() + 3600 })),
    ]
    for (const forged of forgeries) expect((await put(forged)).status).not.toBe(200)
    expect(await one('SELECT count(*) FROM rule')).toBe('0')
    expect((await put(good)).status).toBe(200)
    expect(await one('SELECT count(*) FROM rule')).toBe('1')
  })

  it('shows one shop nothing of another, and says the same as of what does not exist', async () => {
    await putInApp(running.simulator, running.app.url, THEIRS, '/rules/theirs', { ...rule, id: 'theirs' })
    const get = (path: string) =>
      fetch(`${running.app.url}/app${path}.data`, {
        headers: { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0', authorization: `Bearer ${token(claims())}` },
      })
    for (const [foreign, missing] of [
      ['/rules/theirs', '/rules/nothing'],
      ['/products/3', '/products/999'],
    ] as const) {
      const [a, b] = [await get(foreign), await get(missing)]
      expect(a.status).toBe(b.status)
      expect(await a.text()).toBe(await b.text())
    }
    const removal = await fetch(`${running.app.url}/app/rules/theirs.data`, {
      method: 'DELETE',
      headers: { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0', authorization: `Bearer ${token(claims())}` },
    })
    expect(removal.status).not.toBe(200)
    expect(await one(`SELECT count(*) FROM rule WHERE id = 'theirs'`)).toBe('1')
  })
})

describe('leaving', () => {
  it('ends every token, and nothing of ours runs for the shop any more', async () => {
    running.simulator.uninstall(THEIRS)
    await awaitQuiet(running.simulator, running.database)
    expect(await one(`SELECT count(*) FROM session WHERE shop = '${THEIRS}'`)).toBe('0')
    expect(await one(`SELECT uninstalled_at IS NOT NULL FROM shop WHERE id = '${THEIRS}'`)).toBe(true)
  })
})
