import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aCollection, aCustomer, anOrder, aProduct, aWorld } from '../a/world.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { deliver } from '../running/deliver.ts'
import { askApp, openApp } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { expectCatalogHeld, expectOrdersHeld } from '../running/what-is-held.ts'
import { orderBody } from '../simulator/state/order-body.ts'
import type { ShopState } from '../simulator/state/shop-state.ts'
import type { Weather } from '../simulator/weather/weather.ts'

const DAY = 24 * 60 * 60 * 1000
const RECENTLY = new Date(Date.now() - 5 * DAY).toISOString()
const products = [1, 2, 3, 4].map((id) => aProduct({ id, stock: 1_000 }))
const world = aWorld({
  products,
  collections: [aCollection({ id: 1, of: products.slice(0, 2) })],
  customers: [7, 8, 9].map((id) => aCustomer({ id })),
  orders: [1, 2].map((id) => anOrder({ id, of: products.slice(0, 2), createdAt: RECENTLY, customerId: 7 })),
})
const DOMAIN = world.facts.domain

let running: RunningShop
let shop: ShopState
let weather: Weather

beforeAll(async () => {
  running = await aRunningShop('inbox', world)
  shop = running.simulator.shops.get(DOMAIN)!
  weather = running.simulator.weather(DOMAIN)
  await openApp(running.simulator, running.app.url, DOMAIN)
  await awaitSync(running.database, DOMAIN, () => {})
  await quiet()
})
beforeEach(() => weather.clear())

const quiet = () => awaitQuiet(running.simulator, running.database)
const rowsOf = async (sql: string) => (await running.database.query<Record<string, unknown>>(sql)).rows
const one = async (sql: string) => Object.values((await rowsOf(sql))[0]!)[0]
const send = (topic: string, payload: unknown) => deliver(running.app.url, DOMAIN, topic, payload)
const place = (customerId: number | null = 7) =>
  shop.placeOrder({ customerId, lines: [1, 2].map((id) => ({ variantId: id * 10 + 1, quantity: 3, properties: {} })), attributes: {} })
const bodyOf = (id: number, change = {}) => orderBody({ ...shop.orders.get(id)!, ...change }, null, shop.facts, shop)
async function expectHeld() {
  await expectOrdersHeld(running.database, shop)
  await expectCatalogHeld(running.database, shop)
}

describe('what happens in the shop', () => {
  it('is held as it is, whatever happens to an order', async () => {
    const [edited, refunded, cancelled, deleted, left] = [place(), place(), place(), place(), place()]
    shop.changeOrder(edited.id, { quantities: { [edited.lines[0]!.id]: 1 }, add: [{ variantId: 31, quantity: 2, properties: {} }] })
    shop.refund(refunded.id, { lines: { [refunded.lines[1]!.id]: 2 } })
    shop.cancelOrder(cancelled.id)
    shop.deleteOrder(deleted.id)
    await quiet()
    await expectHeld()
    expect(shop.orders.has(left.id)).toBe(true)
  })

  it('is held as it is, whatever happens to products and collections', async () => {
    shop.addProduct(aProduct({ id: 50 }))
    shop.addProduct(aProduct({ id: 51 }))
    shop.addCollection(aCollection({ id: 5, of: [products[2]!] }))
    shop.addCollection(aCollection({ id: 6 }))
    shop.changeCollection(1, (collection) => void (collection.productIds = [2, 3, 50]))
    await quiet()
    await expectHeld()
    shop.changeProduct(50, (product) => void (product.title = 'Another title'))
    shop.deleteProduct(51)
    shop.deleteCollection(5)
    await quiet()
    await expectHeld()
  })

  it('is learnt from whichever of two deliveries of an edit or a refund arrives', async () => {
    const order = place()
    await quiet()
    for (const lost of ['orders/updated', 'orders/edited'] as const) {
      weather.webhooks.next(1, { kind: 'lost' }, lost)
      shop.changeOrder(order.id, { quantities: { [order.lines[0]!.id]: lost === 'orders/edited' ? 1 : 2 } })
      await quiet()
      await expectOrdersHeld(running.database, shop)
    }
    weather.webhooks.next(1, { kind: 'lost' }, 'orders/updated')
    shop.refund(order.id, { lines: { [order.lines[1]!.id]: 1 } })
    await quiet()
    await expectOrdersHeld(running.database, shop)
  })

  it('is learnt from the stock alone, where nothing else tells of it', async () => {
    weather.webhooks.next(1, { kind: 'lost' }, 'products/update')
    shop.changeProduct(4, (product) => void (product.variants[0]!.stock = 0))
    await quiet()
    const level = { inventory_item_id: products[3]!.variants[0]!.inventoryItemId, location_id: 1, available: 0, updated_at: RECENTLY }
    expect(await send('inventory_levels/update', level)).toBe(200)
    await quiet()
    await expectCatalogHeld(running.database, shop)
  })
})

describe('the order of arrival', () => {
  it('does not matter: a change may come before what it changes, and a state of the same second after a newer one', async () => {
    weather.webhooks.hold('orders/create')
    const order = place()
    await quiet()
    shop.changeOrder(order.id, { quantities: { [order.lines[0]!.id]: 2 } })
    await quiet()
    await expectOrdersHeld(running.database, shop)
    weather.webhooks.release()
    await quiet()
    await expectOrdersHeld(running.database, shop)
  })

  it('brings nothing back that was deleted before', async () => {
    const order = place()
    const late = bodyOf(order.id, { updatedAt: new Date(Date.now() + DAY).toISOString() })
    await quiet()
    shop.deleteOrder(order.id)
    await quiet()
    expect(await send('orders/updated', late)).toBe(200)
    await quiet()
    await expectOrdersHeld(running.database, shop)
    expect(JSON.stringify(await rowsOf('SELECT * FROM tombstone'))).not.toContain(String(order.id))
  })

  it('does not matter in any weather, for anything that happens', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.constant({ kind: 'place' as const }) },
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constantFrom('edit' as const, 'add' as const, 'refund' as const, 'cancel' as const, 'delete' as const),
          which: fc.nat(),
          to: fc.integer({ min: 0, max: 5 }),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constantFrom('stock' as const, 'title' as const),
          which: fc.nat(),
          to: fc.integer({ min: 0, max: 3 }),
        }),
      },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), fc.boolean(), async (steps, holds) => {
        weather.webhooks.often(0.3, { kind: 'duplicate' })
        weather.webhooks.often(0.3, { kind: 'twin' })
        weather.webhooks.often(0.2, { kind: 'unacknowledged' })
        weather.webhooks.often(0.2, { kind: 'late', milliseconds: 150 })
        if (holds) weather.webhooks.hold()
        else weather.webhooks.shuffle(6)
        for (const one of steps) happen(one)
        weather.webhooks.release('shuffled')
        await quiet()
        await expectHeld()
        weather.clear()
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})

type Step =
  | { readonly kind: 'place' }
  | {
      readonly kind: 'edit' | 'add' | 'refund' | 'cancel' | 'delete' | 'stock' | 'title'
      readonly which: number
      readonly to: number
    }

function happen(step: Step): void {
  if (step.kind === 'place') return void place(null)
  const { kind, which, to } = step
  const open = [...shop.orders.values()].filter(({ cancelledAt }) => cancelledAt === null)
  const order = open[which % open.length]
  const line = order?.lines[which % order.lines.length]
  if (kind === 'stock' || kind === 'title') {
    shop.changeProduct(1 + (which % 4), (product) => {
      if (kind === 'title') product.title = `Title ${to}`
      else product.variants[0]!.stock = to === 0 ? 0 : 1_000
    })
  } else if (order && line) {
    if (kind === 'edit') shop.changeOrder(order.id, { quantities: { [line.id]: to } })
    if (kind === 'add' && shop.variants.get(21)!.variant.stock! > 10)
      shop.changeOrder(order.id, { add: [{ variantId: 21, quantity: 1, properties: {} }] })
    if (kind === 'refund' && line.currentQuantity > 0) shop.refund(order.id, { lines: { [line.id]: 1 } })
    if (kind === 'cancel') shop.cancelOrder(order.id)
    if (kind === 'delete') shop.deleteOrder(order.id)
  }
}

describe('one event', () => {
  it('is stored once, however many webhooks tell of it', async () => {
    const before = Number(await one('SELECT count(*) FROM delivery'))
    weather.webhooks.next(1, { kind: 'twin' }, 'orders/create')
    shop.placeOrder({ customerId: null, lines: [{ variantId: 31, quantity: 1, properties: {} }], attributes: {} })
    await quiet()
    // The order, and the product whose stock it took.
    expect(Number(await one('SELECT count(*) FROM delivery'))).toBe(before + 2)
  })
})

describe('merged customers', () => {
  it('are one from then on: what was ordered under the number that is gone, and what still arrives under it', async () => {
    const before = place(8)
    await quiet()
    const late = bodyOf(before.id, { updatedAt: new Date(Date.now() + 60_000).toISOString() })
    shop.mergeCustomers(9, 8)
    await quiet()
    await expectOrdersHeld(running.database, shop)
    expect(await send('orders/updated', { ...late, customer: { id: 8 } })).toBe(200)
    await quiet()
    expect(await one(`SELECT customer_id FROM "order" WHERE id = ${before.id}`)).toBe('9')
    shop.mergeCustomers(7, 9)
    await quiet()
    expect(await one('SELECT count(*) FROM "order" WHERE customer_id IN (8, 9)')).toBe('0')
    expect(await rowsOf('SELECT gone_id, kept_id FROM merged_customer ORDER BY 1')).toEqual([
      { gone_id: '8', kept_id: '7' },
      { gone_id: '9', kept_id: '7' },
    ])
  })
})

describe('a delivery that cannot be applied', () => {
  it('holds up no other, is set aside after three tries with its reason, and can be tried again', async () => {
    const poison = { ...bodyOf(1), id: 77_777, line_items: [{ id: 1, product_id: 1, variant_id: 11, quantity: 9e12, price: '1.00' }] }
    expect(await send('orders/create', poison)).toBe(200)
    const order = place()
    await quiet()
    expect(await rowsOf('SELECT tries, applied_at, failure FROM delivery WHERE failure IS NOT NULL')).toEqual([
      { tries: 3, applied_at: null, failure: expect.stringMatching(/out of range/) as string },
    ])
    expect(await one(`SELECT count(*) FROM "order" WHERE id = ${order.id}`)).toBe('1')
    expect((await askApp(running.simulator, running.app.url, DOMAIN, '/app.data')).text).toContain('"setAside",1')
    await running.database.query(`UPDATE delivery SET kept = jsonb_set(kept, '{order,lines}', '[]') WHERE failure IS NOT NULL`)
    expect((await putHome()).status).toBe(200)
    await quiet()
    expect(await one('SELECT count(*) FROM delivery WHERE applied_at IS NULL')).toBe('0')
    expect(await one('SELECT count(*) FROM "order" WHERE id = 77777')).toBe('1')
  })
})

const putHome = () =>
  fetch(`${running.app.url}/app.data?index`, {
    method: 'PUT',
    headers: { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0', authorization: `Bearer ${running.simulator.sessionToken(DOMAIN)}` },
  })

describe('a shop that is not with us', () => {
  it('has its deliveries acknowledged and dropped, but for those that privacy law asks for', async () => {
    const stranger = 'stranger.myshopify.com'
    const stored = () => one(`SELECT count(*) FROM delivery WHERE shop_id = '${stranger}'`)
    for (const [topic, payload] of [
      ['orders/create', bodyOf(1)],
      ['products/update', { id: 1 }],
      ['app/scopes_update', {}],
    ] as const)
      expect(await deliver(running.app.url, stranger, topic, payload)).toBe(200)
    expect(await stored()).toBe('0')
    expect(
      await deliver(running.app.url, stranger, 'customers/redact', { customer: { id: 1, email: `${randomUUID()}@example.com` } }),
    ).toBe(200)
    await quiet()
    expect(await stored()).toBe('1')
    expect(await one(`SELECT count(*) FROM delivery WHERE applied_at IS NULL`)).toBe('0')
  })
})
