import type { ProductId } from '#app/commerce/ids.ts'
import type { Baskets } from '#app/signals/baskets.ts'
import { liftOf } from './evidence.ts'

/** Neighbours kept for a product. */
export const NEIGHBOURS = 20

/** A basket beyond this many products says little about any two of them; only its first so many are paired. */
const LARGEST_BASKET = 50
const FEWEST_TOGETHER = 3
/** Standard errors by which a pair must beat chance: thousands of pairs are looked at, and some look good by luck. */
const BAR = 3
/** Baskets' worth of doubt: until a product has about as many, its pairs lean to what the shop sells anyway. */
const SHRINKAGE = 10
/** How strongly a neighbour's own popularity is held against it; 0 not at all, 1 as lift does. */
const POPULARITY = 0.2

/**
 * For each product those bought with it in one order, best first. Product p's neighbours are the indexes
 * `neighbours[p * NEIGHBOURS]` onward, `degree[p]` of them; `together` runs beside them.
 */
export interface BoughtTogether {
  readonly products: readonly ProductId[]
  /** Orders looked at. */
  readonly orders: number
  /** Orders with each product. */
  readonly bought: Uint32Array
  readonly degree: Uint8Array
  readonly neighbours: Uint32Array
  readonly together: Uint32Array
}

/**
 * Counts pairs in one sparse pass over the baskets. A pair is kept when it was bought together at least three times and
 * beats chance by three standard errors. Kept pairs are ranked by the probability of walking from one product over a
 * random basket to the other (P3, Cooper et al. 2014), shrunk towards the other's share of all orders and damped by its
 * popularity (RP3-beta, Paudel et al. 2017).
 */
export function trainBoughtTogether({ products, starts, items }: Baskets): BoughtTogether {
  const count = products.length
  const orders = starts.length - 1
  const { bought, basketsOf, from, to } = transpose(count, starts, items)
  const degree = new Uint8Array(count)
  const neighbours = new Uint32Array(count * NEIGHBOURS)
  const together = new Uint32Array(count * NEIGHBOURS)

  const pairs = new Uint32Array(count)
  const walks = new Float64Array(count)
  const touched = new Uint32Array(count)
  for (let product = 0; product < count; product++) {
    let reached = 0
    for (let at = from[product]!; at < to[product]!; at++) {
      const basket = basketsOf[at]!
      const start = starts[basket]!
      const end = Math.min(starts[basket + 1]!, start + LARGEST_BASKET)
      const walk = 1 / Math.max(end - start - 1, 1)
      for (let other = start; other < end; other++) {
        const item = items[other]!
        if (item === product) continue
        if (pairs[item]! === 0) touched[reached++] = item
        pairs[item]! += 1
        walks[item]! += walk
      }
    }
    const kept: { item: number; score: number; times: number }[] = []
    for (let at = 0; at < reached; at++) {
      const item = touched[at]!
      const times = pairs[item]!
      const counts = { together: times, first: bought[product]!, second: bought[item]!, orders }
      if (times >= FEWEST_TOGETHER && liftOf(counts, BAR).low > 1) {
        const share = bought[item]! / orders
        const chance = (walks[item]! + SHRINKAGE * share) / (bought[product]! + SHRINKAGE)
        kept.push({ item, score: chance / share ** POPULARITY, times })
      }
      pairs[item] = 0
      walks[item] = 0
    }
    kept.sort((a, b) => b.score - a.score || products[a.item]! - products[b.item]!)
    degree[product] = Math.min(kept.length, NEIGHBOURS)
    for (const [place, { item, times }] of kept.slice(0, NEIGHBOURS).entries()) {
      neighbours[product * NEIGHBOURS + place] = item
      together[product * NEIGHBOURS + place] = times
    }
  }
  return { products, orders, bought, degree, neighbours, together }
}

/** In how many baskets each product is, and which of them pair it: those in which it is not beyond the largest size. */
function transpose(count: number, starts: Uint32Array, items: Uint32Array) {
  const bought = new Uint32Array(count)
  for (const item of items) bought[item]! += 1
  const from = new Uint32Array(count + 1)
  for (let product = 0; product < count; product++) from[product + 1] = from[product]! + bought[product]!
  const to = from.slice(0, count)
  const basketsOf = new Uint32Array(items.length)
  for (let basket = 0; basket + 1 < starts.length; basket++) {
    const end = Math.min(starts[basket + 1]!, starts[basket]! + LARGEST_BASKET)
    for (let at = starts[basket]!; at < end; at++) basketsOf[to[items[at]!]!++] = basket
  }
  return { bought, basketsOf, from, to }
}
