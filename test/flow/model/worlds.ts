import { aCollection, aCustomer, anOrder, aProduct, aWorld } from '../../a/world.ts'
import type { World } from '../../simulator/shop.ts'
import { TYPES } from './steps.ts'

/** Ids that no other number in a row looks like; every shop has the same ones. */
const CUSTOMERS = 700_100_000
const ORDERS = 800_100_000
const A_DAY_AGO = new Date(Date.now() - 86_400_000).toISOString()

/** Stands in the title of everything in the shop, and in nothing of another. */
export function markOf(domain: string): string {
  return `Of ${domain.split('.')[0]} only`
}

/** Whether an order is one of many that are there to be learnt from. */
export const isOfCrowd = (order: number): boolean => order >= ORDERS + 100 && order < ORDERS + 200

/** A shop in which the first two products are bought together so often that no model can miss it. */
export function aShop(number: number): World {
  const domain = `shop-${number}.myshopify.com`
  const products = [1, 2, 3, 4, 5, 6].map((id) =>
    aProduct({ id, productType: TYPES[id % TYPES.length]!, title: `${markOf(domain)} ${id}`, stock: 30 }),
  )
  const crowd = Array.from({ length: 32 }, (_, at) =>
    anOrder({
      id: ORDERS + 100 + at,
      of: at % 4 === 0 ? products.slice(0, 2) : [products[2 + (at % 4)]!],
      createdAt: A_DAY_AGO,
      customerId: at % 8 === 1 ? CUSTOMERS + 4 : null,
    }),
  )
  return aWorld({
    facts: { domain, handle: `shop-${number}` },
    products,
    collections: [aCollection({ id: 1, of: products.slice(0, 3), title: markOf(domain) })],
    customers: [1, 2, 3, 4].map((id) => aCustomer({ id: CUSTOMERS + id })),
    orders: [
      ...[1, 2, 3].map((id) =>
        anOrder({ id: ORDERS + id, of: products.slice(id, id + 2), customerId: CUSTOMERS + id, createdAt: A_DAY_AGO }),
      ),
      ...crowd,
    ],
  })
}
