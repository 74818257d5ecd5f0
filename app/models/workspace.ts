import { makeHeap, type LargestHeap } from './keep-largest.ts'

/** Candidates looked at for one question. */
const ROOM = 4_096
/** Products of a customer's past that speak for others: the latest. */
export const SPEAKING = 60

/**
 * Where questions are answered, one after the other: nothing is allocated by a question. Candidate s is the product
 * `items[s]`, its columns are at `s * width` of `x`, where everything beyond the last candidate is 0. `slotOf` holds only where
 * `stamp` is the current generation.
 */
export interface Workspace {
  generation: number
  count: number
  readonly width: number
  readonly stamp: Uint32Array
  readonly slotOf: Int32Array
  readonly items: Uint32Array
  readonly x: Float32Array
  readonly best: LargestHeap
  readonly ranked: LargestHeap
  /** For a customer: products that speak, customers met, how alike each is (zero between questions), and the most alike. */
  readonly past: Uint32Array
  readonly met: Uint32Array
  readonly likeness: Float32Array
  readonly alike: LargestHeap
}

export interface SpaceSize {
  readonly products: number
  /** Customers or visits that may be met. */
  readonly others: number
  readonly candidates: number
  /** Of those met, the most alike that are listened to. */
  readonly alike: number
  /** Columns of a candidate. */
  readonly width: number
}

export function makeWorkspace({ products, others, candidates, alike, width }: SpaceSize): Workspace {
  return {
    generation: 0,
    count: 0,
    width,
    stamp: new Uint32Array(products),
    slotOf: new Int32Array(products),
    items: new Uint32Array(ROOM),
    x: new Float32Array(ROOM * width),
    best: makeHeap(candidates),
    ranked: makeHeap(candidates),
    past: new Uint32Array(SPEAKING),
    met: new Uint32Array(others),
    likeness: new Float32Array(others),
    alike: makeHeap(alike),
  }
}

/** Forgets the last question. */
export function clear(space: Workspace): void {
  // All rows at once: a call for each would take longer than filling it.
  space.x.fill(0, 0, space.count * space.width)
  space.count = 0
  space.generation += 1
  if (space.generation === 2 ** 32) {
    space.stamp.fill(0)
    space.generation = 1
  }
}

/** Keeps a product from becoming a candidate. */
export function exclude(space: Workspace, item: number): void {
  space.stamp[item] = space.generation
  space.slotOf[item] = -1
}

/** The place of a product among the candidates, made now if need be; -1 for one that is excluded, or where there is no room. */
export function claim(space: Workspace, item: number): number {
  if (space.stamp[item] === space.generation) return space.slotOf[item]!
  if (space.count === ROOM) return -1
  const slot = space.count++
  space.stamp[item] = space.generation
  space.slotOf[item] = slot
  space.items[slot] = item
  return slot
}
