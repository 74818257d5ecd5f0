import { BINS, type Binned } from './bins.ts'

export interface TreeShape {
  readonly leaves: number
  /** Rows, or rather their second derivatives, that a leaf must hold. */
  readonly fewest: number
  /** Doubt about a leaf's value, in the same unit. */
  readonly doubt: number
}

/**
 * One tree. Node n asks whether column `columnOf[n]` is at most `threshold[n]`, and goes on to `low[n]` or `low[n] + 1`; a
 * leaf says `LEAF` and adds `threshold[n]`, a 32-bit number.
 */
export interface Tree {
  readonly columnOf: number[]
  readonly threshold: number[]
  readonly low: number[]
}

export const LEAF = 255
/** Every known number is at most this, the largest of 32 bits: beyond it are the unknown ones alone. */
const LARGEST = (2 - 2 ** -23) * 2 ** 127

interface Split {
  readonly gain: number
  readonly column: number
  readonly bin: number
}

interface Leaf {
  readonly node: number
  readonly from: number
  readonly to: number
  readonly sums: Float64Array
  readonly split: Split
}

const NONE: Split = { gain: 0, column: 0, bin: 0 }

/**
 * Grows one tree, always the leaf that gains most (Shi 2007; histograms as Ke et al. 2017), on those `rows` of which
 * gradients and second derivatives are given. Reorders `rows`. Its leaves are `rate` times what would fit best.
 */
export function growTree(
  binned: Binned,
  rows: Uint32Array,
  gradients: Float64Array,
  curvatures: Float64Array,
  shape: TreeShape,
  rate: number,
): Tree {
  const { width, bins, edges } = binned
  const spare = new Uint32Array(rows.length)
  const tree: Tree = { columnOf: [LEAF], threshold: [0], low: [0] }
  const size = width * BINS * 2

  const sum = (from: number, to: number): Float64Array => {
    const sums = new Float64Array(size)
    for (let at = from; at < to; at++) {
      const row = rows[at]!
      const gradient = gradients[row]!
      const curvature = curvatures[row]!
      const start = row * width
      for (let column = 0; column < width; column++) {
        const cell = (column * BINS + bins[start + column]!) * 2
        sums[cell]! += gradient
        sums[cell + 1]! += curvature
      }
    }
    return sums
  }
  const leafAt = (node: number, from: number, to: number, sums: Float64Array): Leaf => {
    const [gradient, curvature] = totals(sums)
    tree.threshold[node] = Math.fround((-gradient / (curvature + shape.doubt)) * rate)
    return { node, from, to, sums, split: bestSplit(sums, width, shape) }
  }

  const leaves = [leafAt(0, 0, rows.length, sum(0, rows.length))]
  while (leaves.length < shape.leaves) {
    const best = leaves.reduce((a, b) => (b.split.gain > a.split.gain ? b : a))
    if (best.split.gain <= 0) break
    const { column, bin } = best.split
    let [low, high] = [best.from, 0]
    for (let at = best.from; at < best.to; at++) {
      const row = rows[at]!
      if (bins[row * width + column]! <= bin) rows[low++] = row
      else spare[high++] = row
    }
    rows.set(spare.subarray(0, high), low)
    const child = tree.columnOf.length
    tree.columnOf[best.node] = column
    tree.threshold[best.node] = edges[column]![bin] ?? LARGEST
    tree.low[best.node] = child
    tree.columnOf.push(LEAF, LEAF)
    tree.threshold.push(0, 0)
    tree.low.push(0, 0)
    // The smaller half is counted, the other is what remains.
    const lowIsSmall = low - best.from <= best.to - low
    const small = lowIsSmall ? sum(best.from, low) : sum(low, best.to)
    for (let at = 0; at < size; at++) best.sums[at]! -= small[at]!
    leaves.splice(
      leaves.indexOf(best),
      1,
      leafAt(child, best.from, low, lowIsSmall ? small : best.sums),
      leafAt(child + 1, low, best.to, lowIsSmall ? best.sums : small),
    )
  }
  return tree
}

/** What the leaf of a row of numbers that starts at `at` adds. Unknown numbers (NaN) go high. */
export function leafOf({ columnOf, threshold, low }: Tree, x: Float32Array, at: number): number {
  let node = 0
  for (let column = columnOf[0]!; column !== LEAF; column = columnOf[node]!)
    node = low[node]! + (x[at + column]! <= threshold[node]! ? 0 : 1)
  return threshold[node]!
}

/** Every column's bins add up to the same. */
function totals(sums: Float64Array): [number, number] {
  let [gradient, curvature] = [0, 0]
  for (let cell = 0; cell < BINS * 2; cell += 2) {
    gradient += sums[cell]!
    curvature += sums[cell + 1]!
  }
  return [gradient, curvature]
}

function bestSplit(sums: Float64Array, width: number, { fewest, doubt }: TreeShape): Split {
  const [gradient, curvature] = totals(sums)
  if (curvature < 2 * fewest) return NONE
  const unsplit = (gradient * gradient) / (curvature + doubt)
  let best = NONE
  for (let column = 0; column < width; column++) {
    let [g, h] = [0, 0]
    // Unknown numbers go high, so the bin before theirs is the last to split at.
    for (let bin = 0; bin < BINS - 1; bin++) {
      const cell = (column * BINS + bin) * 2
      g += sums[cell]!
      h += sums[cell + 1]!
      if (h < fewest) continue
      if (curvature - h < fewest) break
      if (sums[cell + 1] === 0) continue
      const gain = (g * g) / (h + doubt) + (gradient - g) ** 2 / (curvature - h + doubt) - unsplit
      if (gain > best.gain + 1e-9) best = { gain, column, bin }
    }
  }
  return best
}
