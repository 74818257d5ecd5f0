import type { CustomerId, ProductId } from '#app/commerce/ids.ts'
import type { BasketLog } from './basket-log.ts'
import { fairness, type Purchase } from './purchases.ts'

const DAY = 24 * 60 * 60 * 1000

/** Takes orders in, the newest first, and packs those that may speak for what goes together. */
export interface LogPacker {
  take(purchase: Purchase): void
  /** Everything taken in, oldest first. */
  pack(): BasketLog
  /** Whose each number of the log's customers is. */
  customerIds(): Float64Array
}

/** Packs a log as known at `now` (milliseconds). It keeps numbers alone, so orders may stream through. */
export function packLog(now: number): LogPacker {
  const isFair = fairness(now)
  const indexes = new Map<ProductId, number>()
  const numbers = new Map<CustomerId, number>()
  const items: number[] = []
  const ends: number[] = []
  const at: number[] = []
  const customers: number[] = []
  return {
    take(purchase) {
      if (!isFair(purchase)) return
      for (const id of purchase.products) items.push(numberOf(indexes, id))
      ends.push(items.length)
      at.push(purchase.at / DAY)
      customers.push(purchase.customer === null ? -1 : numberOf(numbers, purchase.customer))
    },
    pack() {
      const products = [...indexes.keys()].sort((a, b) => a - b)
      const places = new Uint32Array(products.length)
      for (const [place, id] of products.entries()) places[indexes.get(id)!] = place
      const starts = new Uint32Array(ends.length + 1)
      const packed = new Uint32Array(items.length)
      let held = 0
      for (let basket = ends.length - 1; basket >= 0; basket--) {
        for (let place = ends[basket - 1] ?? 0; place < ends[basket]!; place++) packed[held++] = places[items[place]!]!
        starts[ends.length - basket] = held
      }
      return {
        products,
        starts,
        items: packed,
        at: Float64Array.from(at).reverse(),
        customers: Int32Array.from(customers).reverse(),
        customerCount: numbers.size,
        now: now / DAY,
      }
    },
    customerIds: () => Float64Array.from(numbers.keys()),
  }
}

function numberOf<Id>(numbers: Map<Id, number>, id: Id): number {
  const known = numbers.get(id)
  if (known !== undefined) return known
  numbers.set(id, numbers.size)
  return numbers.size - 1
}
