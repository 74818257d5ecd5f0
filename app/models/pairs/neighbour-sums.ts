import { keepLargest, makeHeap } from '#app/models/candidates/keep-largest.ts'

/**
 * Three sums about every other product, for one product after the other, of which those worth most are kept: those of product
 * p at `p * width` onward, `degree[p]` of them, in no order; the first, second and third sums run beside `neighbours`.
 */
export interface NeighbourSums {
  readonly degree: Uint16Array
  readonly neighbours: Uint32Array
  readonly kept: readonly [Float32Array, Float32Array, Float32Array]
  /** The sums about the product at hand, three in a row. */
  readonly sums: Float32Array
  /** Where those about another stand. Whoever asks must add to the first of them at once: by it those in use are known. */
  cellOf(other: number): number
  /** Keeps the others with the greatest `worth` of their sums for a product, and begins with the next. */
  keep(product: number, worth: (other: number, cell: number) => number): void
}

export function makeSums(products: number, width: number): NeighbourSums {
  const room = products * width
  const sums = new Float32Array(products * 3)
  const touched = new Uint32Array(products)
  const heap = makeHeap(width)
  const degree = new Uint16Array(products)
  const neighbours = new Uint32Array(room)
  const [first, second, third] = [new Float32Array(room), new Float32Array(room), new Float32Array(room)]
  let reached = 0
  return {
    degree,
    neighbours,
    kept: [first, second, third],
    sums,
    cellOf(other) {
      const cell = other * 3
      if (sums[cell] === 0) touched[reached++] = other
      return cell
    },
    keep(product, worth) {
      heap.size = 0
      for (let nth = 0; nth < reached; nth++) keepLargest(heap, touched[nth]!, worth(touched[nth]!, touched[nth]! * 3))
      degree[product] = heap.size
      for (let place = 0; place < heap.size; place++) {
        const other = heap.items[place]!
        const to = product * width + place
        neighbours[to] = other
        first[to] = sums[other * 3]!
        second[to] = sums[other * 3 + 1]!
        third[to] = sums[other * 3 + 2]!
      }
      for (let nth = 0; nth < reached; nth++) sums.fill(0, touched[nth]! * 3, touched[nth]! * 3 + 3)
      reached = 0
    },
  }
}
