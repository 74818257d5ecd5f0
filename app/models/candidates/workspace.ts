import { makeHeap, type LargestHeap } from './keep-largest.ts'

/** Candidates looked at for one question. */
const ROOM = 4_096
/** Products of a customer's past that speak for others: the latest. */
export const SPEAKING = 60

/**
 * Where questions are answered, one after the other: nothing is allocated by a question. Candidate s is the product
 * `items[s]`, its columns are at `s * width` of `x`, where everything beyond the last candidate is 0. By product, `marks` says
 * `began` and its place; a smaller mark is of an earlier question.
 */
export interface Workspace {
  began: number
  count: number
  readonly width: number
  readonly marks: Uint32Array
  readonly items: Uint32Array
  readonly x: Float32Array
  /** All candidates with what speaks for them, and the most promising. */
  readonly offered: LargestHeap
  readonly best: LargestHeap
  /** By place: 1 for those. */
  readonly isBest: Uint8Array
  readonly ranked: LargestHeap
  /** What the given products say of each of the head. */
  readonly spoken: Float64Array
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
  /** Places of the regression. */
  readonly head: number
  readonly candidates: number
  /** Of those met, the most alike that are listened to. */
  readonly alike: number
  /** Columns of a candidate. */
  readonly width: number
}

export function makeWorkspace({ products, others, head, candidates, alike, width }: SpaceSize): Workspace {
  return {
    began: 1,
    count: 0,
    width,
    marks: new Uint32Array(products),
    items: new Uint32Array(ROOM),
    x: new Float32Array(ROOM * width),
    offered: makeHeap(ROOM),
    best: makeHeap(candidates),
    isBest: new Uint8Array(ROOM),
    ranked: makeHeap(candidates),
    spoken: new Float64Array(head),
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
  space.began += ROOM + 1
  if (space.began + ROOM >= 2 ** 32) {
    space.marks.fill(0)
    space.began = 1
  }
}

/** Keeps a product from becoming a candidate. */
export function exclude(space: Workspace, item: number): void {
  space.marks[item] = space.began + ROOM
}

/** The place of a product among the candidates; -1 for one that is excluded, less for one that is none yet. */
export function slotOf({ marks, began }: Workspace, item: number): number {
  const slot = marks[item]! - began
  return slot === ROOM ? -1 : slot
}

/** The same, made now if need be; -1 also where there is no room. */
export function claim(space: Workspace, item: number): number {
  const mark = space.marks[item]! - space.began
  if (mark >= 0) return mark === ROOM ? -1 : mark
  if (space.count === ROOM) return -1
  const slot = space.count++
  space.marks[item] = space.began + slot
  space.items[slot] = item
  return slot
}
