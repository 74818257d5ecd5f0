import type { Sessions } from '#app/signals/sessions.ts'
import { keepLargest, makeHeap } from './keep-largest.ts'

/**
 * What was seen around each product in one visit. Those of product p are at `p * width` onward, `degree[p]` of them.
 */
export interface Steps {
  readonly width: number
  readonly degree: Uint16Array
  readonly neighbours: Uint32Array
  /** Decayed, one over the steps between: after the product, and before it. */
  readonly forward: Float32Array
  readonly backward: Float32Array
  /** Decayed visits with both. */
  readonly beside: Float32Array
}

const WIDTH = 200
const HALF_LIFE = 60
/** Steps beyond which two clicks have nothing to do with each other. */
const FARTHEST = 10

/** Counts every two clicks at most ten steps apart, in one pass. */
export function countSteps({ products, starts, items, at, now }: Sessions): Steps {
  const clicks = items.length
  const from = new Uint32Array(products + 1)
  for (const item of items) from[item + 1]! += 1
  for (let item = 0; item < products; item++) from[item + 1]! += from[item]!
  const next = from.slice(0, products)
  const places = new Uint32Array(clicks)
  const visitAt = new Uint32Array(clicks)
  for (let visit = 0; visit + 1 < starts.length; visit++) {
    for (let place = starts[visit]!; place < starts[visit + 1]!; place++) {
      places[next[items[place]!]!++] = place
      visitAt[place] = visit
    }
  }
  const decay = Float32Array.from(at, (day) => 0.5 ** ((now - day) / HALF_LIFE))
  const sums = new Float32Array(products * 3)
  const touched = new Uint32Array(products)
  const heap = makeHeap(WIDTH)
  const degree = new Uint16Array(products)
  const neighbours = new Uint32Array(products * WIDTH)
  const [forward, backward, beside] = [
    new Float32Array(products * WIDTH),
    new Float32Array(products * WIDTH),
    new Float32Array(products * WIDTH),
  ]
  for (let product = 0; product < products; product++) {
    let reached = 0
    for (let click = from[product]!; click < from[product + 1]!; click++) {
      const place = places[click]!
      const visit = visitAt[place]!
      const weight = decay[visit]!
      const last = Math.min(starts[visit + 1]!, place + FARTHEST + 1)
      for (let other = Math.max(starts[visit]!, place - FARTHEST); other < last; other++) {
        const item = items[other]!
        if (item === product) continue
        const cell = item * 3
        if (sums[cell + 2] === 0) touched[reached++] = item
        if (other > place) sums[cell]! += weight / (other - place)
        else sums[cell + 1]! += weight / (place - other)
        sums[cell + 2]! += weight
      }
    }
    heap.size = 0
    for (let nth = 0; nth < reached; nth++) {
      const item = touched[nth]!
      keepLargest(heap, item, sums[item * 3]! + 0.5 * sums[item * 3 + 1]!)
    }
    degree[product] = heap.size
    for (let nth = 0; nth < heap.size; nth++) {
      const item = heap.items[nth]!
      const to = product * WIDTH + nth
      neighbours[to] = item
      forward[to] = sums[item * 3]!
      backward[to] = sums[item * 3 + 1]!
      beside[to] = sums[item * 3 + 2]!
    }
    for (let nth = 0; nth < reached; nth++) sums.fill(0, touched[nth]! * 3, touched[nth]! * 3 + 3)
  }
  return { width: WIDTH, degree, neighbours, forward, backward, beside }
}
