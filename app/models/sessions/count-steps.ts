import { makeSums } from '#app/models/pairs/neighbour-sums.ts'
import type { Sessions } from '#app/signals/sessions.ts'

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
  const room = makeSums(products, WIDTH)
  const { sums, degree, neighbours } = room
  const worth = (_other: number, cell: number) => sums[cell + 1]! + 0.5 * sums[cell + 2]!
  for (let product = 0; product < products; product++) {
    for (let click = from[product]!; click < from[product + 1]!; click++) {
      const place = places[click]!
      const visit = visitAt[place]!
      const weight = decay[visit]!
      const last = Math.min(starts[visit + 1]!, place + FARTHEST + 1)
      for (let other = Math.max(starts[visit]!, place - FARTHEST); other < last; other++) {
        const item = items[other]!
        if (item === product) continue
        const cell = room.cellOf(item)
        sums[cell]! += weight
        if (other > place) sums[cell + 1]! += weight / (other - place)
        else sums[cell + 2]! += weight / (place - other)
      }
    }
    room.keep(product, worth)
  }
  const [beside, forward, backward] = room.kept
  return { width: WIDTH, degree, neighbours, forward, backward, beside }
}
