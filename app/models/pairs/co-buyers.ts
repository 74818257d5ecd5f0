import type { BasketLog } from '#app/signals/basket-log.ts'

/**
 * Who bought what beside one product: the one that was counted last. Every guest counts as a buyer of their own. Counts stand
 * by product.
 */
export interface CoBuyers {
  /** Orders with both; buyers of those orders; guests among them. */
  readonly together: Uint32Array
  readonly buyers: Uint32Array
  readonly guests: Uint32Array
  /** Counts anew, for another product. */
  countBeside(product: number): void
  /** Customers who bought the product counted and this one, in one order or in two. */
  customersOfBoth(other: number): number
}

/** Makes ready to hear coBuyers; each counting takes as long as the product has orders and allocates nothing. */
export function countCoBuyers({ products, starts, items, customers, customerCount }: BasketLog): CoBuyers {
  const count = products.length
  const { from, basketsOf } = basketsByProduct(count, starts, items, byCustomer(customers, customerCount))
  const [together, buyers, guests] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)]
  const lastCustomer = new Int32Array(count)
  const touched = new Uint32Array(count)
  const countedOf = new Uint32Array(customerCount)
  let [reached, counting] = [0, 0]
  return {
    together,
    buyers,
    guests,
    countBeside(product) {
      for (let nth = 0; nth < reached; nth++) {
        const other = touched[nth]!
        together[other] = buyers[other] = guests[other] = 0
      }
      reached = 0
      counting += 1
      for (let at = from[product]!; at < from[product + 1]!; at++) {
        const basket = basketsOf[at]!
        const customer = customers[basket]!
        if (customer >= 0) countedOf[customer] = counting
        for (let place = starts[basket]!; place < starts[basket + 1]!; place++) {
          const other = items[place]!
          if (together[other]! === 0) {
            touched[reached++] = other
            lastCustomer[other] = -1
          }
          together[other]! += 1
          // Orders of one customer follow one another.
          if (customer >= 0 && lastCustomer[other] === customer) continue
          lastCustomer[other] = customer
          buyers[other]! += 1
          if (customer < 0) guests[other]! += 1
        }
      }
    },
    customersOfBoth(other) {
      let [both, last] = [0, -1]
      for (let at = from[other]!; at < from[other + 1]!; at++) {
        const customer = customers[basketsOf[at]!]!
        if (customer === last || customer < 0) continue
        last = customer
        if (countedOf[customer] === counting) both += 1
      }
      return both
    },
  }
}

/** The baskets, those of one customer side by side. */
function byCustomer(customers: Int32Array, count: number): Uint32Array {
  const next = new Uint32Array(count + 2)
  for (const customer of customers) next[customer + 2]! += 1
  for (let customer = 1; customer < next.length; customer++) next[customer]! += next[customer - 1]!
  const baskets = new Uint32Array(customers.length)
  for (const [basket, customer] of customers.entries()) baskets[next[customer + 1]!++] = basket
  return baskets
}

/** The baskets with each product in the given order; those of product p from `from[p]` on. */
function basketsByProduct(count: number, starts: Uint32Array, items: Uint32Array, baskets: Uint32Array) {
  const from = new Uint32Array(count + 1)
  for (const item of items) from[item + 1]! += 1
  for (let product = 0; product < count; product++) from[product + 1]! += from[product]!
  const next = from.slice(0, count)
  const basketsOf = new Uint32Array(items.length)
  for (const basket of baskets) {
    for (let place = starts[basket]!; place < starts[basket + 1]!; place++) basketsOf[next[items[place]!]!++] = basket
  }
  return { from, basketsOf }
}
