/** Where a number stands among rising ones. */
export function placeOf(rising: Float64Array, sought: number): number | undefined {
  let low = 0
  let high = rising.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = rising[middle]!
    if (found === sought) return middle
    if (found < sought) low = middle + 1
    else high = middle - 1
  }
  return undefined
}
