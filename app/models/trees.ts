import { LEAF, type Tree } from './grow-tree.ts'

/**
 * Boosted trees, packed so that nobody walks them: every node to whose question a row says no rules out the leaves on its low
 * side, and of those that remain the lowest is the row's (QuickScorer, Lucchese et al. 2015). The nodes that ask about column
 * c are those from `from[c]` on, by rising threshold, so that the first yes ends them. Node n belongs to tree `treeOf[n]` and
 * leaves it the leaves whose bits are set in `kept[n]`. Leaf l of tree t, counted from low to high, adds `leaves[t * 32 + l]`.
 */
export interface Trees {
  /** The trees that were packed. */
  readonly grown: readonly Tree[]
  readonly from: Uint32Array
  readonly thresholds: Float32Array
  readonly treeOf: Uint16Array
  readonly kept: Int32Array
  readonly leaves: Float32Array
  /** Where a row's leaves are found: those of each tree that remain. */
  readonly remaining: Int32Array
}

const MOST_LEAVES = 32

/** Packs trees of at most 32 leaves each that ask about columns below `width`. */
export function packTrees(grown: readonly Tree[], width: number): Trees {
  const nodes: { readonly column: number; readonly threshold: number; readonly tree: number; readonly kept: number }[] = []
  const leaves = new Float32Array(grown.length * MOST_LEAVES)
  for (const [tree, { columnOf, threshold, low }] of grown.entries()) {
    let found = 0
    const visit = (node: number): number => {
      if (columnOf[node] === LEAF) {
        leaves[tree * MOST_LEAVES + found] = threshold[node]!
        return 1 << found++
      }
      const below = visit(low[node]!)
      nodes.push({ column: columnOf[node]!, threshold: threshold[node]!, tree, kept: ~below })
      return below | visit(low[node]! + 1)
    }
    visit(0)
  }
  nodes.sort((a, b) => a.column - b.column || a.threshold - b.threshold)
  const from = new Uint32Array(width + 1)
  for (const { column } of nodes) from[column + 1]! += 1
  for (let column = 0; column < width; column++) from[column + 1]! += from[column]!
  return {
    grown,
    from,
    thresholds: Float32Array.from(nodes, ({ threshold }) => threshold),
    treeOf: Uint16Array.from(nodes, ({ tree }) => tree),
    kept: Int32Array.from(nodes, ({ kept }) => kept),
    leaves,
    remaining: new Int32Array(grown.length),
  }
}

/** The sum of all trees' leaves for the row of numbers that starts at `at`. Unknown numbers (NaN) go high. */
export function scoreRow(trees: Trees, x: Float32Array, at: number): number {
  const { from, remaining } = trees
  remaining.fill(-1)
  for (let column = 0; column + 1 < from.length; column++) ask(trees, column, x[at + column]!, remaining)
  return sumOf(trees)
}

/** The same for the rows that start at `ats`. What they have in common, as the question itself, is asked once. */
export function scoreRows(trees: Trees, x: Float32Array, ats: Uint32Array): Float64Array {
  const { from, remaining } = trees
  const common = new Int32Array(remaining.length).fill(-1)
  const own: number[] = []
  for (let column = 0; column + 1 < from.length; column++) {
    if (from[column] === from[column + 1]) continue
    const first = x[ats[0]! + column]!
    if (ats.every((at) => Object.is(x[at + column], first))) ask(trees, column, first, common)
    else own.push(column)
  }
  const scores = new Float64Array(ats.length)
  for (let row = 0; row < ats.length; row++) {
    remaining.set(common)
    for (let nth = 0; nth < own.length; nth++) ask(trees, own[nth]!, x[ats[row]! + own[nth]!]!, remaining)
    scores[row] = sumOf(trees)
  }
  return scores
}

/** Rules out the leaves that a column's value leads away from. */
function ask({ from, thresholds, treeOf, kept }: Trees, column: number, value: number, remaining: Int32Array): void {
  const end = from[column + 1]!
  for (let node = from[column]!; node < end && !(value <= thresholds[node]!); node++) remaining[treeOf[node]!]! &= kept[node]!
}

/** What the lowest leaves that remain add up to. */
function sumOf({ leaves, remaining }: Trees): number {
  let sum = 0
  for (let tree = 0; tree < remaining.length; tree++) {
    const possible = remaining[tree]!
    sum += leaves[tree * MOST_LEAVES + 31 - Math.clz32(possible & -possible)]!
  }
  return sum
}
