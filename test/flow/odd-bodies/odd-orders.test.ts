import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aCustomer, anOrder, aProduct, aWorld } from '../../a/world.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'

const DAY = 24 * 60 * 60 * 1000
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString()
const products = [1, 2, 3].map((id) => aProduct({ id, stock: 1_000 }))
const IMPORTED = ago(1)
const imported = Array.from({ length: 40 }, (_, at) =>
  anOrder({ id: at + 1, of: products.slice(0, 2), createdAt: IMPORTED, processedAt: ago(2 + at * 18), customerId: 7 }),
)
const tried = anOrder({ id: 90, of: products, createdAt: ago(3), test: true })
const world = aWorld({ products, customers: [7, 8].map((id) => aCustomer({ id })), orders: [...imported, tried] })
const { shop, database, quiet, send, expectHeld, rowsOf, one } = await aSyncedShop('odd-orders', world)

/** The body that a webhook about one of the shop's orders has. */
const bodyOf = (id: number, more: object = {}) => ({
  id,
  currency: 'EUR',
  created_at: IMPORTED,
  processed_at: ago(400),
  updated_at: new Date().toISOString(),
  cancelled_at: null,
  test: false,
  customer: null,
  line_items: [{ id: id * 100, product_id: 1, variant_id: 11, quantity: 1, current_quantity: 1, price: '12.50', properties: [] }],
  ...more,
})
const daysOf = () => rowsOf(`SELECT count(DISTINCT processed_at::date)::int AS days FROM "order" WHERE id <= 40`)

describe('an imported history', () => {
  it('is of the days on which it was made, and as long as that', async () => {
    await expectHeld()
    expect(await daysOf()).toEqual([{ days: 40 }])
  })

  it('is so too where a delivery or an answer tells of it', async () => {
    await send('orders/create', bodyOf(95))
    await send('orders/edited', { order_edit: { order_id: 5 } })
    await quiet()
    expect(await one(`SELECT now() - processed_at > interval '399 days' FROM "order" WHERE id = 95`)).toBe(true)
    expect(await daysOf()).toEqual([{ days: 40 }])
    await database.query('DELETE FROM "order" WHERE id = 95')
    await database.query('DELETE FROM order_line WHERE order_id = 95')
  })
})

describe('an order that is only a test', () => {
  it('is not counted, and is gone where it had been', async () => {
    expect(await rowsOf('SELECT FROM "order" WHERE id = 90')).toEqual([])
    await send('orders/create', bodyOf(96, { test: true }))
    await quiet()
    expect(await rowsOf('SELECT FROM "order" WHERE id = 96')).toEqual([])
    await send('orders/create', bodyOf(97))
    await quiet()
    expect(await rowsOf('SELECT FROM "order" WHERE id = 97')).toHaveLength(1)
    await send('orders/updated', bodyOf(97, { test: true, updated_at: ago(-0.001) }))
    await quiet()
    expect(await rowsOf('SELECT FROM "order" WHERE id = 97 UNION ALL SELECT FROM order_line WHERE order_id = 97')).toEqual([])
    await expectHeld()
  })
})

describe('what Shopify sends beside orders', () => {
  it('moves no order for a merge that failed', async () => {
    const merge = {
      admin_graphql_api_customer_kept_id: 'gid://shopify/Customer/8',
      admin_graphql_api_customer_deleted_id: 'gid://shopify/Customer/7',
      admin_graphql_api_job_id: null,
    }
    expect(await send('customers/merge', { ...merge, status: 'failed', errors: [{ customer_ids: [7], message: 'no' }] })).toBe(200)
    await quiet()
    await expectHeld()
    expect(shop.orders.get(1)!.customerId).toBe(7)
  })

  it('acknowledges a sample, does nothing about it and says so', async () => {
    const before = await one('SELECT count(*) FROM delivery')
    const sample = JSON.parse('{"id":788032119674292922,"title":"Example T-Shirt"}') as object
    expect(await send('products/update', sample)).toBe(200)
    expect(await one('SELECT count(*) FROM delivery')).toBe(before)
    expect(readFileSync('.data/test-logs/odd-orders/server.log', 'utf8')).toContain('A sample was acknowledged')
  })

  it('keeps an order whose lines have odd properties', async () => {
    const [line] = bodyOf(98).line_items
    const odd = [{}, [{ name: null, value: 'x' }], null].map((properties, at) => ({ ...line!, id: 9_800 + at, properties }))
    expect(await send('orders/create', bodyOf(98, { line_items: odd }))).toBe(200)
    await quiet()
    expect(await rowsOf('SELECT FROM order_line WHERE order_id = 98')).toHaveLength(3)
  })
})
