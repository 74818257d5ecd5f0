import { expect, it } from 'vitest'
import { aCollection, aCustomer, anOrder, aProduct, aWorld } from '../../a/world.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'

const DAY = 24 * 60 * 60 * 1000
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString()
const products = [1, 2, 3, 4].map((id) => aProduct({ id, stock: 1_000 }))
const order = (id: number, days: number, customerId: number | null = null) =>
  anOrder({ id, of: products.slice(0, 3), createdAt: ago(days), customerId })
const everything = aWorld({
  products,
  collections: [1, 2].map((id) => aCollection({ id, of: products })),
  customers: [7, 8, 9].map((id) => aCustomer({ id })),
  orders: [order(1, 300, 8), order(2, 200), order(3, 40, 8), order(4, 30, 9), order(5, 5)],
})
const { database, shop, simulator, weather, quiet, expectHeld, one } = await aSyncedShop('never-told', everything)
const DOMAIN = everything.facts.domain

async function night(): Promise<void> {
  await database.query(`INSERT INTO jobs.job (name, data) VALUES ('night', '{}')`)
  await quiet()
}
const ordersHeld = () => one('SELECT count(*)::int FROM "order"')
const lose = (topic: string) => weather.webhooks.next(1, { kind: 'lost' }, topic)

it('what was deleted, and who became one customer, is found within a night', async () => {
  for (const topic of ['orders/delete', 'products/delete', 'collections/delete', 'customers/merge']) lose(topic)
  shop.deleteOrder(2)
  shop.deleteProduct(4)
  shop.deleteCollection(1)
  shop.mergeCustomers(7, 8)
  await quiet()
  expect(await ordersHeld()).toBe(5)
  expect(await one('SELECT count(*)::int FROM "order" WHERE customer_id = 8')).toBe(2)
  await night()
  await expectHeld()
  expect(await one('SELECT count(*)::int FROM "order" WHERE customer_id = 7')).toBe(2)
})

it('keeps what Shopify no longer shows, for want of a scope', async () => {
  simulator.changeScopes(DOMAIN, 'revoke', ['read_all_orders', 'read_customers'])
  await quiet()
  lose('orders/delete')
  shop.deleteOrder(5)
  await night()
  expect(await one('SELECT array_agg(id ORDER BY id)::text FROM "order"')).toBe('{1,3,4}')
})
