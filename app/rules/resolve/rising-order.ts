/**
 * The places of numbers in their rising order, equal ones by place. None may be NaN. The numbers alone are sorted, natively,
 * and then looked up: to compare places one by one takes several times as long.
 */
export function risingOrder(numbers: Float64Array): Uint32Array {
  const sorted = numbers.slice().sort()
  const order = new Uint32Array(numbers.length)
  const equal = new Uint32Array(numbers.length)
  for (let place = 0; place < numbers.length; place += 1) {
    const first = firstWhere(sorted, (number) => number >= numbers[place]!)
    order[first + equal[first]!++] = place
  }
  return order
}

/** Where rising numbers that are true of `isThere` begin; the length where none is. */
export function firstWhere(rising: Float64Array, isThere: (number: number) => boolean): number {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isThere(rising[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
