import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCustomer, anOrder, aProduct, aWorld } from '../../a/world.ts'
import type { Order } from '../shop.ts'
import { openShop } from './open-shop.ts'

const NOON = new Date('2026-07-01T12:00:00Z')
const lamp = aProduct({ id: 7, stock: 5, price: 2000 })
const bulb = aProduct({ id: 8, stock: 5, price: 100 })
const old = anOrder({ id: 1, of: [lamp, bulb], customerId: 4 })
const world = aWorld({ products: [lamp, bulb], customers: [aCustomer({ id: 4 })], orders: [old] })

function aShop() {
  const shop = openShop(world, () => NOON)
  const events: { readonly topic: string; readonly payload: unknown }[] = []
  shop.onEvent((event) => events.push(event))
  const bodyOf = (topic: string) => events.findLast((event) => event.topic === topic)?.payload
  return {
    shop,
    events,
    bodyOf,
    topics: () => events.map(({ topic }) => topic),
    stock: (id: number) => shop.variants.get(id)?.variant.stock,
  }
}

test('an edit is told as what changed and as the whole order, and the stock follows', () => {
  const { shop, topics, bodyOf, stock } = aShop()
  const order = shop.changeOrder(1, { quantities: { 100: 3, 101: 0 }, add: [{ variantId: 81, quantity: 2, properties: {} }] })
  expect(topics()).toEqual([
    'orders/edited',
    'orders/updated',
    ...['inventory_levels/update', 'products/update', 'inventory_levels/update', 'products/update'],
  ])
  const added = order.lines[2]!.id
  expect(bodyOf('orders/edited')).toMatchObject({
    order_edit: {
      order_id: 1,
      line_items: {
        additions: [
          { id: 100, delta: 2 },
          { id: added, delta: 2 },
        ],
        removals: [{ id: 101, delta: 1 }],
      },
    },
  })
  expect(bodyOf('orders/updated')).toMatchObject({
    updated_at: '2026-07-01T14:00:00+02:00',
    line_items: [
      { id: 100, quantity: 3, current_quantity: 3 },
      { id: 101, quantity: 1, current_quantity: 0, product_exists: true },
      { id: added, quantity: 2, current_quantity: 2 },
    ],
  })
  expect([stock(71), stock(81)]).toEqual([3, 4])
})

test('without an edit the order is said to be updated, no more', () => {
  const { shop, topics } = aShop()
  shop.changeOrder(1, {})
  expect(topics()).toEqual(['orders/updated'])
})

test('a cancelled order holds nothing any more, and is cancelled once', () => {
  const { shop, topics, bodyOf, stock } = aShop()
  const order = shop.cancelOrder(1)
  expect(topics().slice(0, 2)).toEqual(['orders/cancelled', 'orders/updated'])
  expect(bodyOf('orders/updated')).toMatchObject({
    cancelled_at: '2026-07-01T14:00:00+02:00',
    financial_status: 'refunded',
    line_items: [{ current_quantity: 0 }, { current_quantity: 0 }],
  })
  expect(order.cancelledAt).toBe(order.updatedAt)
  expect([stock(71), stock(81)]).toEqual([6, 6])
  expect(() => shop.cancelOrder(1)).toThrow('cancelled already')
})

test('a refund names the lines that come back; not more comes back than there is', () => {
  const { shop, topics, bodyOf, stock } = aShop()
  const refund = shop.refund(1, { lines: { 101: 1 }, restock: false })
  expect(topics()).toEqual(['refunds/create', 'orders/updated'])
  expect(bodyOf('refunds/create')).toMatchObject({
    id: refund.id,
    order_id: 1,
    refund_line_items: [{ line_item_id: 101, quantity: 1, restock_type: 'no_restock', subtotal: '1.00' }],
  })
  expect(bodyOf('orders/updated')).toMatchObject({
    line_items: [{ current_quantity: 1 }, { current_quantity: 0 }],
    refunds: [{ id: refund.id }],
  })
  expect(stock(81)).toBe(5)
  expect(() => shop.refund(1, { lines: { 101: 1 } })).toThrow('cannot come back')
  expect(shop.refund(1, { lines: { 100: 1 } }).id).toBeGreaterThan(refund.id)
  expect(stock(71)).toBe(6)
})

test('a deleted order leaves its id', () => {
  const { shop, events } = aShop()
  shop.deleteOrder(1)
  expect(events).toEqual([{ topic: 'orders/delete', payload: { id: 1 } }])
  expect(() => shop.changeOrder(1, {})).toThrow('No order 1')
})

test('a line of a product that is no more has lost its ids', () => {
  const { shop, bodyOf } = aShop()
  shop.deleteProduct(7)
  shop.cancelOrder(1)
  expect(bodyOf('orders/updated')).toMatchObject({
    line_items: [{ product_id: null, variant_id: null, product_exists: false, title: 'Product 7' }, { product_id: 8 }],
  })
})

test('pieces are neither made nor lost, updated_at only grows, and the world stays as it was', () => {
  const before = structuredClone(world)
  const quantity = fc.nat({ max: 4 })
  const change = fc.oneof(
    fc.record({ kind: fc.constant('edit' as const), first: quantity, second: quantity }),
    fc.record({ kind: fc.constant('refund' as const), first: quantity, second: quantity }),
    fc.constant({ kind: 'cancel' as const, first: 0, second: 0 }),
  )
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const { shop, stock } = aShop()
      const pieces = (at: 0 | 1) => stock(at === 0 ? 71 : 81)! + shop.orders.get(1)!.lines[at]!.currentQuantity
      let last: Order = shop.orders.get(1)!
      for (const { kind, first, second } of changes) {
        try {
          if (kind === 'edit') shop.changeOrder(1, { quantities: { 100: first, 101: second } })
          else if (kind === 'refund') shop.refund(1, { lines: { 100: first, 101: second } })
          else shop.cancelOrder(1)
        } catch {
          expect(shop.orders.get(1)).toBe(last)
          continue
        }
        expect(shop.orders.get(1)!.updatedAt > last.updatedAt).toBe(true)
        last = shop.orders.get(1)!
        expect([pieces(0), pieces(1)]).toEqual([6, 6])
        for (const line of last.lines) expect(line.currentQuantity).toBeLessThanOrEqual(line.quantity)
      }
    }),
    { numRuns: 300 },
  )
  expect(world).toEqual(before)
})
