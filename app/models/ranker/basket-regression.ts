import type { BasketLog } from '#app/signals/basket-log.ts'
import { invert, TILE } from './invert.ts'

/** Days after which an order counts half. */
const HALF_LIFE = 90
/** Doubt put on every product, in orders. */
const RIDGE = 60
/** Of a basket beyond this many head products, the first ones are taken. */
const LARGEST_BASKET = 100

/**
 * Of the best sellers, how much each speaks for each, all others being equal: `weights[headOf[i] * size + headOf[j]]` is what
 * a basket with product i adds to product j. Products outside the head share its last place, where everything is 0.
 */
export interface BasketRegression {
  readonly size: number
  readonly headOf: Uint16Array
  readonly weights: Float32Array
}

/** Solves "a basket from itself without the product" for the `most` best sellers in closed form (EASE, Steck 2019). */
export function regressBaskets(log: BasketLog, most: number): BasketRegression {
  const { starts, items, at, now } = log
  const sold = new Float64Array(log.products.length)
  for (let basket = 0; basket + 1 < starts.length; basket++) {
    const decay = 0.5 ** ((now - at[basket]!) / HALF_LIFE)
    for (let place = starts[basket]!; place < starts[basket + 1]!; place++) sold[items[place]!]! += decay
  }
  const best = [...sold.keys()].filter((item) => sold[item]! > 0).sort((a, b) => sold[b]! - sold[a]! || a - b)
  const head = best.slice(0, Math.floor(Math.min(best.length, most) / TILE) * TILE)
  const inner = head.length
  const headOf = new Uint16Array(log.products.length).fill(inner)
  for (const [place, item] of head.entries()) headOf[item] = place

  const gram = new Float64Array(inner * inner)
  const inside = new Int32Array(LARGEST_BASKET)
  for (let basket = 0; basket + 1 < starts.length; basket++) {
    const decay = 0.5 ** ((now - at[basket]!) / HALF_LIFE)
    let held = 0
    for (let place = starts[basket]!; place < starts[basket + 1]! && held < LARGEST_BASKET; place++) {
      const head = headOf[items[place]!]!
      if (head < inner) inside[held++] = head
    }
    for (let a = 0; a < held; a++) for (let b = 0; b < held; b++) gram[inside[a]! * inner + inside[b]!]! += decay
  }
  for (let place = 0; place < inner; place++) gram[place * inner + place]! += RIDGE
  invert(gram, inner)
  const size = inner + 1
  const weights = new Float32Array(size * size)
  for (let row = 0; row < inner; row++) {
    for (let column = 0; column < inner; column++) {
      if (row !== column) weights[row * size + column] = -gram[row * inner + column]! / gram[column * inner + column]!
    }
  }
  return { size, headOf, weights }
}
