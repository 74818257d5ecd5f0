import type { Order, Product, World } from '../simulator/shop.ts'
import { anOrder, aProduct, aWorld } from './world.ts'

const DAY = 86_400_000
const TYPES = { Laptop: 90_000, Sleeve: 3_000, Mug: 900, Spoon: 300 }

/** Four products of each type; laptops are 1 to 4, sleeves 5 to 8, mugs 9 to 12, spoons 13 to 16. */
const products: readonly Product[] = Object.entries(TYPES).flatMap(([productType, price], at) =>
  [1, 2, 3, 4].map((nth) => aProduct({ id: at * 4 + nth, title: `${productType} ${nth}`, productType, price })),
)

/**
 * A shop of `orders` orders by guests: of every ten, two hold a laptop and a sleeve, two a mug and a spoon, and six a single
 * product, whichever. `now` in milliseconds.
 */
export function habitShop(orders: number, now: number, facts: Partial<World['facts']> = {}): World {
  const past: Order[] = Array.from({ length: orders }, (_, at) => {
    const nth = at % 4
    const [first, second] = at % 10 < 2 ? [nth, 4 + nth] : at % 10 < 4 ? [8 + nth, 12 + nth] : [(at * 7) % 16]
    const of = [first, second].filter((index) => index !== undefined).map((index) => products[index]!)
    return anOrder({ id: at + 1, of, createdAt: new Date(now - (orders - at) * (DAY / 10)).toISOString() })
  })
  return aWorld({ facts, products: products.map((product) => structuredClone(product)), orders: past })
}
