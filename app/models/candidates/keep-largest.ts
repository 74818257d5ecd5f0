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

/** Brings the `most` largest of a list to its front, in no order (Hoare's FIND, 1961). */
export function bringLargest({ size, items, values }: LargestHeap, most: number): void {
  let [from, to] = [0, size - 1]
  while (from < to) {
    const pivot = values[(from + to) >> 1]!
    let [low, high] = [from, to]
    while (low <= high) {
      while (values[low]! > pivot) low += 1
      while (values[high]! < pivot) high -= 1
      if (low > high) break
      const [item, value] = [items[low]!, values[low]!]
      items[low] = items[high]!
      values[low++] = values[high]!
      items[high] = item
      values[high--] = value
    }
    if (most <= high) to = high
    else if (most > low) from = low
    else return
  }
}

/** Puts the first `count` of a list into falling order again, whose values have changed, but little. */
export function sortAgain({ items, values }: LargestHeap, count: number): void {
  for (let place = 1; place < count; place++) {
    const item = items[place]!
    const value = values[place]!
    let at = place
    for (; at > 0 && values[at - 1]! < value; at--) {
      values[at] = values[at - 1]!
      items[at] = items[at - 1]!
    }
    values[at] = value
    items[at] = item
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
