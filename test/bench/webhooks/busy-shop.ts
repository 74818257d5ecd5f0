import { aProduct, aWorld } from '../../a/world.ts'
import type { Customer, Order, World } from '../../simulator/shop.ts'
import { luckOf } from '../../simulator/world/random.ts'

const MINUTE = 60_000
export const PRODUCTS = 2_000

/** A shop with a past long enough that reading it takes a while: so many orders of two products each, one a minute. */
export function busyShop(orders: number): World {
  const luck = luckOf('busy shop')
  const now = Date.now()
  const products = Array.from({ length: PRODUCTS }, (_, at) => aProduct({ id: at + 1, stock: null }))
  const past = Array.from({ length: orders }, (_, at): Order => {
    const createdAt = new Date(now - (orders - at) * MINUTE).toISOString()
    return orderOf(at + 1, createdAt, [1 + luck.below(PRODUCTS), 1 + luck.below(PRODUCTS)])
  })
  return aWorld({ products, orders: past })
}

/** An order of one piece of each product. */
export function orderOf(id: number, createdAt: string, products: readonly number[]): Order {
  const lines = products.map((product, at) => ({
    id: id * 10 + at,
    productId: product,
    variantId: product * 10 + 1,
    title: `Product ${product}`,
    variantTitle: 'Default Title',
    quantity: 1,
    currentQuantity: 1,
    price: 1250,
    properties: {},
  }))
  return { id, name: `#${1000 + id}`, createdAt, updatedAt: createdAt, cancelledAt: null, customerId: null, lines, attributes: {} }
}

export const shopper: Customer = { id: 7, firstName: 'Ada', lastName: 'Sample', email: 'ada@example.com', phone: '+15555550100' }
