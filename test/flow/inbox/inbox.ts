import { aCollection, aCustomer, anOrder, aProduct, aWorld } from '../../a/world.ts'
import { aSyncedShop, type SyncedShop } from '../../running/synced-shop.ts'
import type { Order } from '../../simulator/shop.ts'
import { orderBody } from '../../simulator/state/order-body.ts'

const DAY = 24 * 60 * 60 * 1000
export const RECENTLY = new Date(Date.now() - 5 * DAY).toISOString()
export const products = [1, 2, 3, 4].map((id) => aProduct({ id, stock: 1_000 }))
const world = aWorld({
  products,
  collections: [aCollection({ id: 1, of: products.slice(0, 2) })],
  customers: [7, 8, 9].map((id) => aCustomer({ id })),
  orders: [1, 2].map((id) => anOrder({ id, of: products.slice(0, 2), createdAt: RECENTLY, customerId: 7 })),
})
export const DOMAIN = world.facts.domain

export interface Inbox extends SyncedShop {
  /** An order of three pieces each of the first two products. */
  readonly place: (customerId?: number | null) => Order
  /** What Shopify would send of an order, were it otherwise than it is in the fields given. */
  readonly bodyOf: (order: Order, change?: Partial<Order>) => Record<string, unknown>
}

/** Four products and two orders, all read; whatever happens next reaches the app through its inbox. */
export async function anInbox(name: string): Promise<Inbox> {
  const synced = await aSyncedShop(name, world)
  const { shop } = synced
  return {
    ...synced,
    place: (customerId = 7) =>
      shop.placeOrder({ customerId, lines: [1, 2].map((id) => ({ variantId: id * 10 + 1, quantity: 3, properties: {} })), attributes: {} }),
    bodyOf: (order, change = {}) => orderBody({ ...order, ...change }, null, shop.facts, shop),
  }
}
