import { ProductSet } from '#app/catalog/product-set.ts'
import type { Product } from '#app/commerce/product.ts'
import { firstWhere, risingOrder } from './rising-order.ts'

/** Products in the order of a number that not all of them need have. */
export interface Ranking {
  /** Those whose number lies between, both ends included. */
  between(low: number, high: number): ProductSet
}

/** So many sets are made of the first products of an order, each of more than the one before; any other is made from the next smaller one. */
const MARKS = 32

export function rankProducts(products: readonly Product[], numberOf: (product: Product) => number | undefined): Ranking {
  const bearers = new Uint32Array(products.length)
  const borne = new Float64Array(products.length)
  let size = 0
  for (let index = 0; index < products.length; index += 1) {
    const number = numberOf(products[index]!)
    if (number === undefined || Number.isNaN(number)) continue
    bearers[size] = index
    borne[size++] = number
  }
  const order = risingOrder(borne.subarray(0, size))
  const numbers = new Float64Array(size)
  const of = new Uint32Array(size)
  for (let place = 0; place < size; place += 1) {
    numbers[place] = borne[order[place]!]!
    of[place] = bearers[order[place]!]!
  }

  const step = Math.ceil(size / MARKS) || 1
  const marks = [new ProductSet(products.length)]
  for (let at = step; at <= size; at += step) marks.push(marks.at(-1)!.with(of.subarray(at - step, at)))
  const first = (count: number) => {
    const mark = Math.floor(count / step)
    return marks[mark]!.with(of.subarray(mark * step, count))
  }
  return {
    between(low, high) {
      const [from, to] = [firstWhere(numbers, (number) => number >= low), firstWhere(numbers, (number) => number > high)]
      return from === 0 ? first(to) : first(Math.max(from, to)).without(first(from))
    },
  }
}
