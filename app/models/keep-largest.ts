/** The largest so many of what was offered; the least of them on top, the rest in heap order. */
export interface LargestHeap {
  size: number
  readonly items: Uint32Array
  readonly values: Float64Array
}

export function makeHeap(room: number): LargestHeap {
  return { size: 0, items: new Uint32Array(room), values: new Float64Array(room) }
}

/** Takes an item in if it is among the largest. Between equals the one offered first stays. */
export function keepLargest(heap: LargestHeap, item: number, value: number): void {
  const { items, values } = heap
  if (heap.size < items.length) {
    let at = heap.size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (values[parent]! <= value) break
      values[at] = values[parent]!
      items[at] = items[parent]!
      at = parent
    }
    values[at] = value
    items[at] = item
  } else if (heap.size > 0 && value > values[0]!) sift(heap, item, value, heap.size)
}

/** Puts what was kept into falling order; the heap is then a plain list of `size`, until it is emptied. */
export function sortLargest(heap: LargestHeap): void {
  const { items, values } = heap
  for (let end = heap.size - 1; end > 0; end--) {
    const item = items[end]!
    const value = values[end]!
    items[end] = items[0]!
    values[end] = values[0]!
    sift(heap, item, value, end)
  }
}

/** Lets an item sink from the top of the first `size` places. */
function sift({ items, values }: LargestHeap, item: number, value: number, size: number): void {
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && values[child + 1]! < values[child]!) child += 1
    if (values[child]! >= value) break
    values[at] = values[child]!
    items[at] = items[child]!
    at = child
  }
  values[at] = value
  items[at] = item
}
