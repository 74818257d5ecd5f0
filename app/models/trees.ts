import { LEAF, type Tree } from './grow-tree.ts'

/**
 * Boosted trees, packed so that nobody walks them: every node to whose question a row says no rules out the leaves on its low
 * side, and of those that remain the lowest is the row's (QuickScorer, Lucchese et al. 2015). The nodes that ask about column
 * c are those from `from[c]` on, by rising threshold, so that the first yes ends them. Node n belongs to tree `treeOf[n]` and
 * leaves it the leaves whose bits are set in `kept[n]`. Leaf l of tree t, counted from low to high, adds `leaves[t * 32 + l]`.
 */
export interface Trees {
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
export function packTrees(trees: readonly Tree[], width: number): Trees {
  const nodes: { readonly column: number; readonly threshold: number; readonly tree: number; readonly kept: number }[] = []
  const leaves = new Float32Array(trees.length * MOST_LEAVES)
  for (const [tree, { columnOf, threshold, low }] of trees.entries()) {
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
    from,
    thresholds: Float32Array.from(nodes, ({ threshold }) => threshold),
    treeOf: Uint16Array.from(nodes, ({ tree }) => tree),
    kept: Int32Array.from(nodes, ({ kept }) => kept),
    leaves,
    remaining: new Int32Array(trees.length),
  }
}

/** The sum of all trees' leaves for the row of numbers that starts at `at`. Unknown numbers (NaN) go high. */
export function scoreRow({ from, thresholds, treeOf, kept, leaves, remaining }: Trees, x: Float32Array, at: number): number {
  remaining.fill(-1)
  for (let column = 0; column + 1 < from.length; column++) {
    const value = x[at + column]!
    const end = from[column + 1]!
    for (let node = from[column]!; node < end && !(value <= thresholds[node]!); node++) remaining[treeOf[node]!]! &= kept[node]!
  }
  let sum = 0
  for (let tree = 0; tree < remaining.length; tree++) {
    const possible = remaining[tree]!
    sum += leaves[tree * MOST_LEAVES + 31 - Math.clz32(possible & -possible)]!
  }
  return sum
}
