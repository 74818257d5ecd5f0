import { expect, test } from 'vitest'
import { aCollection, aCustomer, anOrder, aProduct, aWorld } from '../../a/world.ts'
import { openShop } from './open-shop.ts'
import type { ShopEvent, ShopState } from './shop-state.ts'

const NOON = new Date('2026-07-01T12:00:00Z')
const lamp = aProduct({ id: 7, stock: 3, price: 1999 })

function heard(shop: ShopState): ShopEvent[] {
  const events: ShopEvent[] = []
  shop.onEvent((event) => events.push(event))
  return events
}

test('an order takes the stock, continues the numbers and is told with everything Shopify would tell', () => {
  const shop = openShop(
    aWorld({ products: [lamp], customers: [aCustomer({ id: 4 })], orders: [anOrder({ id: 9, name: '#20001', of: [lamp] })] }),
    () => NOON,
  )
  const events = heard(shop)
  const order = shop.placeOrder({
    customerId: 4,
    lines: [{ variantId: 71, quantity: 2, properties: { _from: 'x' } }],
    attributes: { arm: 'b' },
  })
  expect(order.name).toBe('#20002')
  expect(shop.orders.get(order.id)).toBe(order)
  expect(shop.variants.get(71)?.variant.stock).toBe(1)
  expect(events.map(({ topic }) => topic)).toEqual(['orders/create', 'inventory_levels/update', 'products/update'])
  expect(events[0]?.payload).toMatchObject({
    created_at: '2026-07-01T14:00:00+02:00',
    total_price: '39.98',
    email: 'customer-4@example.com',
    customer: { id: 4, first_name: 'Ada' },
    billing_address: { last_name: 'Sample' },
    note_attributes: [{ name: 'arm', value: 'b' }],
    line_items: [
      { product_id: 7, variant_id: 71, quantity: 2, current_quantity: 2, price: '19.99', properties: [{ name: '_from', value: 'x' }] },
    ],
  })
})

test('what cannot be sold changes nothing', () => {
  const shop = openShop(aWorld({ products: [lamp] }), () => NOON)
  const events = heard(shop)
  const order = (variantId: number, quantity: number) => () =>
    shop.placeOrder({
      customerId: null,
      lines: [
        { variantId: 71, quantity: 1, properties: {} },
        { variantId, quantity, properties: {} },
      ],
      attributes: {},
    })
  expect(order(71, 3)).toThrow('Sold out')
  expect(order(72, 1)).toThrow('No variant 72')
  expect(order(71, 0.5)).toThrow('Not a quantity')
  expect(shop.variants.get(71)?.variant.stock).toBe(3)
  expect(events).toEqual([])
})

test('the world is not touched by what happens in the shop', () => {
  const world = aWorld({ products: [lamp], collections: [aCollection({ of: [lamp] })] })
  const before = structuredClone(world)
  const shop = openShop(world, () => NOON)
  shop.changeProduct(7, (product) => (product.title = 'Brighter'))
  shop.changeCollection(1, (collection) => (collection.productIds = []))
  shop.placeOrder({ customerId: null, lines: [{ variantId: 71, quantity: 1, properties: {} }], attributes: {} })
  expect(world).toEqual(before)
})

test('a metafield written on a product is a change of the product, unless it says the same again', () => {
  const shop = openShop(aWorld({ products: [lamp] }), () => NOON)
  const events = heard(shop)
  const field = { ownerId: 'gid://shopify/Product/7', namespace: 'app--1', key: 'offers', type: 'json', value: '{}' }
  shop.metafields.set(field)
  shop.metafields.set(field)
  expect(events.map(({ topic }) => topic)).toEqual(['products/update'])
  expect(shop.metafields.delete(field.ownerId, 'app--1', 'offers')).toBe(true)
  expect(shop.metafields.of(field.ownerId)).toEqual([])
})
