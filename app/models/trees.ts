/**
 * Boosted trees, packed. Node n asks whether column `columnOf[n]` is at most `threshold[n]` and goes on to `low[n]` or
 * `low[n] + 1`; a leaf has `columnOf` 255 and adds `threshold[n]`. Tree t starts at node `roots[t]`.
 */
export interface Trees {
  readonly roots: Uint32Array
  readonly columnOf: Uint8Array
  readonly threshold: Float32Array
  readonly low: Uint16Array
}

export const LEAF = 255

/** The sum of all trees' leaves for the row of numbers that starts at `at`. Unknown numbers (NaN) go high. */
export function scoreRow({ roots, columnOf, threshold, low }: Trees, x: Float32Array, at: number): number {
  let sum = 0
  for (let tree = 0; tree < roots.length; tree++) {
    const root = roots[tree]!
    let node = root
    for (;;) {
      const column = columnOf[node]!
      if (column === LEAF) break
      node = root + low[node]! + (x[at + column]! <= threshold[node]! ? 0 : 1)
    }
    sum += threshold[node]!
  }
  return sum
}
