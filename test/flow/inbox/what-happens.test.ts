import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aCollection, aProduct } from '../../a/world.ts'
import { deliver } from '../../running/deliver.ts'
import { askApp } from '../../running/merchant.ts'
import { expectCatalogHeld, expectOrdersHeld } from '../../running/what-is-held.ts'
import { anInbox, DOMAIN, products, RECENTLY } from './inbox.ts'

const { app, database, simulator, shop, weather, quiet, send, expectHeld, rowsOf, one, place, bodyOf } = await anInbox('inbox')

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
      await expectOrdersHeld(database, shop)
    }
    weather.webhooks.next(1, { kind: 'lost' }, 'orders/updated')
    shop.refund(order.id, { lines: { [order.lines[1]!.id]: 1 } })
    await quiet()
    await expectOrdersHeld(database, shop)
  })

  it('is learnt from the stock alone, where nothing else tells of it', async () => {
    weather.webhooks.next(1, { kind: 'lost' }, 'products/update')
    shop.changeProduct(4, (product) => void (product.variants[0]!.stock = 0))
    await quiet()
    const level = { inventory_item_id: products[3]!.variants[0]!.inventoryItemId, location_id: 1, available: 0, updated_at: RECENTLY }
    expect(await send('inventory_levels/update', level)).toBe(200)
    await quiet()
    await expectCatalogHeld(database, shop)
  })
})

describe('one event', () => {
  it('is stored once, however many webhooks tell of it', async () => {
    const before = Number(await one('SELECT count(*) FROM delivery'))
    weather.webhooks.next(1, { kind: 'twin' }, 'orders/create')
    shop.placeOrder({ customerId: null, lines: [{ variantId: 31, quantity: 1, properties: {} }], attributes: {} })
    await quiet()
    // The order, the stock that it took, and the product whose it was.
    expect(Number(await one('SELECT count(*) FROM delivery'))).toBe(before + 3)
  })
})

describe('merged customers', () => {
  it('are one from then on: what was ordered under the number that is gone, and what still arrives under it', async () => {
    const before = place(8)
    await quiet()
    const late = bodyOf(before, { updatedAt: new Date(Date.now() + 60_000).toISOString() })
    shop.mergeCustomers(9, 8)
    await quiet()
    await expectOrdersHeld(database, shop)
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
    const poison = { ...bodyOf(place()), id: 77_777, line_items: [{ id: 1, product_id: 1, variant_id: 11, quantity: 9e12, price: '1.00' }] }
    expect(await send('orders/create', poison)).toBe(200)
    const order = place()
    await quiet()
    expect(await rowsOf('SELECT tries, applied_at, failure FROM delivery WHERE failure IS NOT NULL')).toEqual([
      { tries: 3, applied_at: null, failure: 'our-fault' },
    ])
    expect(await one(`SELECT count(*) FROM "order" WHERE id = ${order.id}`)).toBe('1')
    expect((await askApp(simulator, app.url, DOMAIN, '/app.data')).text).toContain('"setAside",1')
    await database.query(`UPDATE delivery SET kept = jsonb_set(kept, '{order,lines}', '[]') WHERE failure IS NOT NULL`)
    expect((await putHome()).status).toBe(200)
    await quiet()
    expect(await one('SELECT count(*) FROM delivery WHERE applied_at IS NULL')).toBe('0')
    expect(await one('SELECT count(*) FROM "order" WHERE id = 77777')).toBe('1')
  })
})

const putHome = () =>
  fetch(`${app.url}/app.data?index`, {
    method: 'PUT',
    headers: { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0', authorization: `Bearer ${simulator.sessionToken(DOMAIN)}` },
  })

describe('a shop that is not with us', () => {
  it('has its deliveries acknowledged and dropped; what privacy law asks for is looked at first', async () => {
    const stranger = 'stranger.myshopify.com'
    const stored = () => one(`SELECT count(*) FROM delivery WHERE shop_id = '${stranger}'`)
    for (const [topic, payload] of [
      ['orders/create', bodyOf(place())],
      ['products/update', { id: 1 }],
      ['app/scopes_update', {}],
    ] as const)
      expect(await deliver(app.url, stranger, topic, payload)).toBe(200)
    expect(await stored()).toBe('0')
    expect(await deliver(app.url, stranger, 'customers/redact', { customer: { id: 1, email: `${randomUUID()}@example.com` } })).toBe(200)
    await quiet()
    expect(await stored()).toBe('0')
    expect(await one(`SELECT count(*) FROM jobs.job WHERE data->>'shop' = '${stranger}'`)).toBe('0')
  })
})
