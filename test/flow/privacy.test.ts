import { beforeAll, describe, expect, it } from 'vitest'
import { aCustomer, anOrder, aProduct, aWorld } from '../a/world.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { deliver } from '../running/deliver.ts'
import { everyRow } from '../running/every-row.ts'
import { askApp, openWithAll, publishInApp, putInApp } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { seenInBrowsers } from '../running/seen-in-browsers.ts'
import { twoDaysLater } from '../running/two-days-later.ts'
import type { Order } from '../simulator/shop.ts'

const DAY = 24 * 60 * 60 * 1000
const NOW = Date.now()
const ago = (days: number) => new Date(NOW - days * DAY).toISOString().replace(/\.\d+Z$/, 'Z')
const products = [1, 2, 3].map((id) => aProduct({ id, title: `Thing ${id}` }))
const [first, second, third] = products as [(typeof products)[0], (typeof products)[0], (typeof products)[0]]
/** Enough orders of two things together, by nobody, for a model to say so. */
const crowd = Array.from({ length: 30 }, (_, at) => anOrder({ id: 100 + at, of: at % 2 ? [first, second] : [third], createdAt: ago(20) }))
const adas: Order[] = [
  anOrder({ id: 1, of: [first, second], createdAt: ago(10), customerId: 7 }),
  anOrder({ id: 2, of: [first, second], createdAt: ago(9), customerId: 7 }),
  anOrder({ id: 3, of: [third], createdAt: ago(8), customerId: 7 }),
]
const ours = aWorld({
  facts: { domain: 'ours.myshopify.com', handle: 'ours' },
  products,
  customers: [aCustomer({ id: 7 }), aCustomer({ id: 8 })],
  orders: [...crowd, ...adas, anOrder({ id: 4, of: [first], createdAt: ago(7), customerId: 8 })],
})
const theirs = aWorld({
  facts: { domain: 'theirs.myshopify.com', handle: 'theirs' },
  products,
  orders: adas,
  customers: [aCustomer({ id: 7 })],
})
const [OURS, THEIRS] = [ours.facts.domain, theirs.facts.domain]
let running: RunningShop

beforeAll(async () => {
  running = await aRunningShop('privacy', ours, theirs)
  for (const domain of [OURS, THEIRS]) {
    await openWithAll(running.simulator, running.app.url, domain)
    await awaitSync(running.database, domain, () => {})
    await putInApp(running.simulator, running.app.url, domain, '/placements', OPEN)
    await publishInApp(running.simulator, running.app.url, domain)
  }
  await quiet()
})

const OPEN = { 'product-page': { slots: [{ lock: 'open', sources: ['bought-together'] }] } }
const quiet = () => awaitQuiet(running.simulator, running.database)
const tell = (topic: string, payload: unknown, domain = OURS) => running.simulator.tell(domain, { topic, payload })
const rowsOf = async (sql: string) => (await running.database.query<Record<string, unknown>>(sql)).rows
const one = async (sql: string) => Object.values((await rowsOf(sql))[0]!)[0]
const person = { id: 7, email: 'ada.lovelace@example.com', phone: '+15550100777' }

describe('a customer who asks for their data', () => {
  it('appears to the merchant with what is held, and with nothing else', async () => {
    tell('customers/data_request', { customer: person, orders_requested: [1, 2, 3], data_request: { id: 501 } })
    await quiet()
    const page = await askApp(running.simulator, running.app.url, OURS, '/app/settings/privacy.data')
    expect(page.text).toContain('"501"')
    const csv = await askApp(running.simulator, running.app.url, OURS, '/app/settings/privacy/requests/501?as=csv')
    expect(csv.text.split('\r\n')).toEqual([
      'order,ordered_at,customer_id,product,quantity,unit_price,discount,currency',
      ...adas.flatMap(({ id, createdAt, lines }) =>
        lines.map((line) => `${id},${createdAt.replace('Z', '.000Z')},7,${line.title},1,12.50,0.00,EUR`),
      ),
      '',
    ])
    const json = await askApp(running.simulator, running.app.url, OURS, '/app/settings/privacy/requests/501?as=json')
    expect(JSON.parse(json.text)).toHaveLength(5)
    expect([...(await everyRow(running.database)).values()].join('\n')).not.toMatch(/lovelace|5550100777/)
  })

  it('is one request however often Shopify says so, and is answered once', async () => {
    tell('customers/data_request', { customer: person, orders_requested: [1, 2, 3], data_request: { id: 501 } })
    await quiet()
    expect(await one('SELECT count(*) FROM data_request')).toBe('1')
    const mark = (id: string) => askApp(running.simulator, running.app.url, OURS, '/app/settings/privacy.data', { kind: 'answered', id })
    expect((await mark('501')).status).toBe(200)
    expect(await one('SELECT answered_at IS NOT NULL FROM data_request')).toBe(true)
    expect((await mark('502')).status).toBe(404)
  })

  it('is none of another shop’s business', async () => {
    const [foreign, missing] = [
      await askApp(running.simulator, running.app.url, THEIRS, '/app/settings/privacy/requests/501?as=csv'),
      await askApp(running.simulator, running.app.url, THEIRS, '/app/settings/privacy/requests/999?as=csv'),
    ]
    expect(foreign).toEqual(missing)
    expect(foreign.status).toBe(404)
  })
})

describe('a customer who is forgotten', () => {
  const redact = { customer: person, orders_to_redact: [1, 2] }

  it('is gone within a minute: named orders, their lines, every body that named them, and what a model learnt', async () => {
    const before = await rowsOf(`SELECT version, orders FROM model_snapshot WHERE shop_id = '${OURS}'`)
    expect(before[0]?.['orders']).toBe(34)
    // A delivery of an order of theirs, applied before.
    running.simulator.tell(OURS, { topic: 'orders/updated', payload: orderBody(adas[0]!) })
    await quiet()
    expect(await one(`SELECT count(*) FROM delivery WHERE kept->'order'->>'customerId' = '7'`)).toBe('1')
    await seenInBrowsers(running.database, OURS, THEIRS)
    const started = Date.now()
    tell('customers/redact', redact)
    await quiet()
    expect(Date.now() - started).toBeLessThan(60_000)
    expect(await one(`SELECT count(*) FROM "order" WHERE shop_id = '${OURS}' AND id IN (1, 2)`)).toBe('0')
    expect(await one(`SELECT count(*) FROM order_line WHERE shop_id = '${OURS}' AND order_id IN (1, 2)`)).toBe('0')
    expect(await one(`SELECT count(*) FROM "order" WHERE shop_id = '${OURS}' AND customer_id = 7`)).toBe('0')
    expect(
      await one(`SELECT string_agg(id::text, ' ' ORDER BY id) FROM "order" WHERE shop_id = '${OURS}' AND (id = 3 OR customer_id = 8)`),
    ).toBe('3 4')
    expect(await one(`SELECT count(*) FROM data_request WHERE shop_id = '${OURS}'`)).toBe('0')
    expect(await one(`SELECT count(*) FROM delivery WHERE shop_id = '${OURS}' AND kept::text ~ '"(customerId|id)": ?7[,}]'`)).toBe('0')
    expect(await one(`SELECT string_agg(shop_id || ' ' || id, ', ' ORDER BY id) FROM storefront_event`)).toBe(`${THEIRS} e1, ${OURS} e4`)
    const after = await rowsOf(`SELECT version, orders FROM model_snapshot WHERE shop_id = '${OURS}'`)
    expect(after[0]?.['orders']).toBe(32)
    expect(after[0]?.['version']).not.toBe(before[0]?.['version'])
  })

  it('stays with the shops that were not asked to forget them', async () => {
    expect(await one(`SELECT count(*) FROM "order" WHERE shop_id = '${THEIRS}' AND customer_id = 7`)).toBe('3')
  })

  it('does not come back with a late delivery, nor with a later export', async () => {
    tell('orders/updated', { ...orderBody(adas[0]!), updated_at: new Date(NOW).toISOString() })
    tell('orders/create', orderBody(adas[1]!))
    tell('orders/updated', { ...orderBody(adas[2]!), updated_at: new Date(NOW).toISOString() })
    await quiet()
    const read = await one(`SELECT started_at FROM sync WHERE shop_id = '${OURS}' AND kind = 'orders'`)
    expect((await askApp(running.simulator, running.app.url, OURS, '/app.data?index', {})).status).toBe(200)
    await quiet()
    expect(await one(`SELECT started_at FROM sync WHERE shop_id = '${OURS}' AND kind = 'orders'`)).not.toEqual(read)
    expect(await one(`SELECT count(*) FROM "order" WHERE shop_id = '${OURS}' AND id IN (1, 2)`)).toBe('0')
    expect(await one(`SELECT count(*) FROM "order" WHERE shop_id = '${OURS}' AND customer_id = 7`)).toBe('0')
    expect(await one(`SELECT count(*) FROM "order" WHERE shop_id = '${OURS}' AND id = 3`)).toBe('1')
  })

  it('leaves only marks that nobody can read back', async () => {
    const marks = await rowsOf(`SELECT kind, fingerprint FROM tombstone WHERE shop_id = '${OURS}' ORDER BY kind`)
    expect(marks.map(({ kind }) => kind)).toEqual(['customer', 'order', 'order'])
    for (const { fingerprint } of marks) expect(fingerprint).toMatch(/^[0-9a-f]{64}$/)
  })

  it('can be forgotten twice', async () => {
    tell('customers/redact', redact)
    tell('customers/redact', { customer: { id: 12345 }, orders_to_redact: [] })
    await quiet()
    expect(await one(`SELECT count(*) FROM delivery WHERE applied_at IS NULL OR failure IS NOT NULL`)).toBe('0')
  })
})

describe('a shop that is forgotten', () => {
  it('leaves no row that names it, in whatever table; the other shop keeps all of its own', async () => {
    const kept = await one(`SELECT count(*) FROM "order" WHERE shop_id = '${THEIRS}'`)
    running.simulator.uninstall(OURS)
    await quiet()
    expect(await one(`SELECT count(*) FROM session WHERE shop = '${OURS}'`)).toBe('0')
    await twoDaysLater(running.database)
    // The subscriptions ended with the installation, so it is posted as Shopify would.
    expect(await deliver(running.app.url, OURS, 'shop/redact', {})).toBe(200)
    await quiet()
    const traces = [...(await everyRow(running.database))].filter(([, text]) => text.includes(OURS)).map(([table]) => table)
    expect(traces).toEqual([])
    expect(await one(`SELECT count(*) FROM "order" WHERE shop_id = '${THEIRS}'`)).toBe(kept)
  })
})

function orderBody(order: Order): Record<string, unknown> {
  return {
    id: order.id,
    currency: 'EUR',
    created_at: order.createdAt,
    updated_at: order.updatedAt,
    cancelled_at: null,
    customer: person,
    line_items: order.lines.map((line) => ({
      id: line.id,
      product_id: line.productId,
      variant_id: line.variantId,
      quantity: 1,
      current_quantity: 1,
      price: '12.50',
      properties: [],
    })),
  }
}
