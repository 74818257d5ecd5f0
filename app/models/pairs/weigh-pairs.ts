import type { BasketLog } from '#app/signals/basket-log.ts'
import { makeSums } from './neighbour-sums.ts'

/** Of a basket beyond this many products only so many are paired, spread over it: it says little about any two of them. */
const LARGEST_BASKET = 50
/** Days after which an order counts half: for what lasts, and for what is in fashion. */
const HALF_LIFE = 120
const FASHION_HALF_LIFE = 14
/** How strongly a neighbour's popularity is held against it where only so many neighbours are kept. */
const POPULARITY = 0.25

/**
 * For each product those it was bought with. Product p's neighbours are at `p * width` onward, `degree[p]` of them, in no
 * order. An order of n products gives each of its pairs decay / n.
 */
export interface Pairs {
  readonly width: number
  readonly orders: number
  readonly degree: Uint16Array
  readonly neighbours: Uint32Array
  /** Orders with both, as they are. */
  readonly together: Float32Array
  /** Decayed weight of the pair: over the long half-life, and over the short one. */
  readonly weight: Float32Array
  readonly fashion: Float32Array
  /** By product: orders, and their decayed number. */
  readonly bought: Float64Array
  readonly mass: Float64Array
  readonly fashionMass: Float64Array
}

/** Counts pairs in one sparse pass: time grows with the pairs inside baskets, memory with lines and `products * width`. */
export function weighPairs(log: BasketLog, width: number): Pairs {
  const { starts, items } = log
  const count = log.products.length
  const orders = starts.length - 1
  const decay = decayOf(log, HALF_LIFE)
  const short = decayOf(log, FASHION_HALF_LIFE)
  const bought = new Float64Array(count)
  const mass = new Float64Array(count)
  const fashionMass = new Float64Array(count)
  const { from, basketsOf } = transpose(log, count)
  for (let basket = 0; basket < orders; basket++) {
    for (let at = starts[basket]!; at < starts[basket + 1]!; at++) {
      const item = items[at]!
      bought[item]! += 1
      mass[item]! += decay[basket]!
      fashionMass[item]! += short[basket]!
    }
  }
  const penalty = mass.map((of) => (of > 0 ? of ** -POPULARITY : 0))

  const room = makeSums(count, width)
  const { sums, degree, neighbours } = room
  const worth = (other: number, cell: number) => sums[cell + 1]! * penalty[other]!
  for (let product = 0; product < count; product++) {
    for (let visit = from[product]!; visit < from[product + 1]!; visit++) {
      const basket = basketsOf[visit]!
      const start = starts[basket]!
      const size = starts[basket + 1]! - start
      const paired = Math.min(size, LARGEST_BASKET)
      const long = decay[basket]! / paired
      const brief = short[basket]! / paired
      for (let nth = 0; nth < paired; nth++) {
        const other = items[start + pairedAt(nth, size)]!
        if (other === product) continue
        const cell = room.cellOf(other)
        sums[cell]! += 1
        sums[cell + 1]! += long
        sums[cell + 2]! += brief
      }
    }
    room.keep(product, worth)
  }
  const [together, weight, fashion] = room.kept
  return { width, orders, degree, neighbours, together, weight, fashion, bought, mass, fashionMass }
}

/** What an order of each basket's age still counts. */
function decayOf({ at, now }: BasketLog, halfLife: number): Float32Array {
  return Float32Array.from(at, (day) => 0.5 ** (Math.max(now - day, 0) / halfLife))
}

/** The baskets that pair each product, those of product p from `from[p]` on. */
function transpose({ starts, items }: BasketLog, count: number) {
  const from = new Uint32Array(count + 1)
  const visit = (see: (item: number, basket: number) => void) => {
    for (let basket = 0; basket + 1 < starts.length; basket++) {
      const start = starts[basket]!
      const size = starts[basket + 1]! - start
      for (let nth = 0; nth < Math.min(size, LARGEST_BASKET); nth++) see(items[start + pairedAt(nth, size)]!, basket)
    }
  }
  visit((item) => (from[item + 1]! += 1))
  for (let product = 0; product < count; product++) from[product + 1]! += from[product]!
  const next = from.slice(0, count)
  const basketsOf = new Uint32Array(from[count]!)
  visit((item, basket) => (basketsOf[next[item]!++] = basket))
  return { from, basketsOf }
}

/** Where in a basket of `size` the nth product that is paired stands. */
function pairedAt(nth: number, size: number): number {
  return size <= LARGEST_BASKET ? nth : Math.floor((nth * size) / LARGEST_BASKET)
}
