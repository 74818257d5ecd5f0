import { expect, test } from 'vitest'
import { aCollection, aProduct, aWorld } from '../../a/world.ts'
import { openShop } from './open-shop.ts'

const lamp = aProduct({ id: 7, stock: 5 })
const bulb = aProduct({ id: 8, stock: null })

function aShop() {
  const shop = openShop(
    aWorld({ products: [lamp, bulb], collections: [aCollection({ id: 3, of: [lamp, bulb] })] }),
    () => new Date('2026-07-01T12:00:00Z'),
  )
  const events: { readonly topic: string; readonly payload: unknown }[] = []
  shop.onEvent((event) => events.push(event))
  return { shop, events }
}

test('a new product is told and can be sold; its id and handle are taken from then on', () => {
  const { shop, events } = aShop()
  shop.addProduct(aProduct({ id: 9, title: 'Shade' }))
  expect(events).toMatchObject([{ topic: 'products/create', payload: { id: 9, title: 'Shade', created_at: '2026-07-01T14:00:00+02:00' } }])
  shop.placeOrder({ customerId: null, lines: [{ variantId: 91, quantity: 1, properties: {} }], attributes: {} })
  expect(() => shop.addProduct(aProduct({ id: 9, handle: 'other' }))).toThrow('there already')
  expect(() => shop.addProduct(aProduct({ id: 10, handle: 'product-9' }))).toThrow('there already')
})

test('a deleted product leaves nothing but its id', () => {
  const { shop, events } = aShop()
  const ownerId = 'gid://shopify/Product/7'
  shop.metafields.set({ ownerId, namespace: 'app--1', key: 'notes', type: 'json', value: '1' })
  events.length = 0
  shop.deleteProduct(7)
  expect(events).toEqual([{ topic: 'products/delete', payload: { id: 7 } }])
  expect(shop.metafields.of(ownerId)).toEqual([])
  expect([shop.productsByHandle.has('product-7'), shop.variants.has(71)]).toEqual([false, false])
  expect(shop.collections.get(3)?.productIds).toEqual([8])
  expect(shop.deletions).toEqual([{ kind: 'PRODUCT', id: 7, at: '2026-07-01T12:00:00.000Z' }])
  expect(() => shop.deleteProduct(7)).toThrow('No product 7')
})

test('stock and cost that change are told of the inventory, tracking as well', () => {
  const { shop, events } = aShop()
  shop.changeProduct(7, ({ variants: [variant] }) => {
    variant!.stock = 2
    variant!.cost = 333
  })
  expect(events).toMatchObject([
    { topic: 'inventory_levels/update', payload: { inventory_item_id: 500_071, available: 2, updated_at: '2026-07-01T14:00:00+02:00' } },
    { topic: 'inventory_items/update', payload: { id: 500_071, cost: '3.33', tracked: true } },
    { topic: 'products/update' },
  ])
  events.length = 0
  shop.changeProduct(8, ({ variants: [variant] }) => (variant!.stock = 1))
  expect(events.map(({ topic }) => topic)).toEqual(['inventory_levels/update', 'inventory_items/update', 'products/update'])
})

test('a variant that was taken away cannot be bought', () => {
  const { shop } = aShop()
  shop.changeProduct(7, (product) => (product.variants = []))
  expect(shop.variants.has(71)).toBe(false)
})

test('collections come and go', () => {
  const { shop, events } = aShop()
  shop.addCollection(aCollection({ id: 4, of: [lamp] }))
  shop.deleteCollection(3)
  expect(events).toMatchObject([
    { topic: 'collections/create', payload: { id: 4 } },
    { topic: 'collections/delete', payload: { id: 3 } },
  ])
  expect([shop.collectionsByHandle.has('collection-3'), shop.collectionsByHandle.has('collection-4')]).toEqual([false, true])
})
