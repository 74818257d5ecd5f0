import { LEAF, type Tree } from './grow-tree.ts'

/**
 * Boosted trees, packed so that nobody walks them: every node to whose question a row says no rules out the leaves on its low
 * side, and of those that remain the lowest is the row's (QuickScorer, Lucchese et al. 2015). The nodes that ask about column
 * c are those from `from[c]` on, by rising threshold, and after them one that everybody says yes to, so that the first yes
 * ends them. A node's upper half names its tree; in its lower half the bits are set of the leaves that it leaves the tree, the
 * lowest leaf's first. Leaf l of tree t adds `leaves[t * 16 + l]`.
 */
export interface Trees {
  /** The trees that were packed. */
  readonly grown: readonly Tree[]
  readonly from: Uint32Array
  readonly thresholds: Float64Array
  readonly nodes: Int32Array
  readonly leaves: Float64Array
  /** Room to find a row's leaves in: those of each tree that remain, for this row and for every row; and the columns in which rows differ. */
  readonly remaining: Int32Array
  readonly common: Int32Array
  readonly own: Uint16Array
}

/** Rows of numbers: the nth is the `width` numbers from `slots[n] * width` on. */
export interface Rows {
  readonly x: Float32Array
  readonly width: number
  readonly slots: Uint32Array
  readonly count: number
}

const MOST_LEAVES = 16

/** Packs trees of at most 16 leaves each that ask about columns below `width`. */
export function packTrees(grown: readonly Tree[], width: number): Trees {
  const asked: { readonly column: number; readonly threshold: number; readonly node: number }[] = []
  const leaves = new Float64Array(grown.length * MOST_LEAVES)
  for (const [tree, { columnOf, threshold, low }] of grown.entries()) {
    let found = 0
    const visit = (node: number): number => {
      if (columnOf[node] === LEAF) {
        if (found === MOST_LEAVES) throw new Error(`A tree has more than ${MOST_LEAVES} leaves`)
        leaves[tree * MOST_LEAVES + found] = Math.fround(threshold[node]!)
        return 1 << (MOST_LEAVES - 1 - found++)
      }
      const below = visit(low[node]!)
      asked.push({ column: columnOf[node]!, threshold: Math.fround(threshold[node]!), node: (tree << MOST_LEAVES) | (EVERY_LEAF & ~below) })
      return below | visit(low[node]! + 1)
    }
    visit(0)
  }
  for (let column = 0; column < width; column++) asked.push({ column, threshold: Infinity, node: 0 })
  asked.sort((a, b) => a.column - b.column || a.threshold - b.threshold)
  const from = new Uint32Array(width)
  for (const [at, { column }] of [...asked.entries()].reverse()) from[column] = at
  return {
    grown,
    from,
    thresholds: Float64Array.from(asked, ({ threshold }) => threshold),
    nodes: Int32Array.from(asked, ({ node }) => node),
    leaves,
    remaining: new Int32Array(grown.length),
    common: new Int32Array(grown.length),
    own: new Uint16Array(width),
  }
}

const EVERY_LEAF = 2 ** MOST_LEAVES - 1

/** The sum of all trees' leaves for the row of numbers that starts at `at`. Unknown numbers (NaN) go high. */
export function scoreRow(trees: Trees, x: Float32Array, at: number): number {
  const { from, remaining } = trees
  remaining.fill(-1)
  for (let column = 0; column < from.length; column++) testNodes(trees, column, x[at + column]!, remaining)
  return sumOf(trees)
}

/** Adds the same for many rows to `scores`. What they have in common, as the question itself, is asked once. */
export function scoreRows(trees: Trees, { x, width, slots, count }: Rows, scores: Float64Array): void {
  const { from, thresholds, remaining, common, own } = trees
  common.fill(-1)
  let differing = 0
  for (let column = 0; column < from.length; column++) {
    if (thresholds[from[column]!] === Infinity) continue
    const first = x[slots[0]! * width + column]!
    let row = 1
    while (row < count && Object.is(x[slots[row]! * width + column], first)) row++
    if (row < count) own[differing++] = column
    else testNodes(trees, column, first, common)
  }
  for (let row = 0; row < count; row++) {
    const at = slots[row]! * width
    remaining.set(common)
    for (let nth = 0; nth < differing; nth++) testNodes(trees, own[nth]!, x[at + own[nth]!]!, remaining)
    scores[row]! += sumOf(trees)
  }
}

/** Rules out the leaves that a column's value leads away from. */
function testNodes({ from, thresholds, nodes }: Trees, column: number, value: number, remaining: Int32Array): void {
  const bound = Number.isNaN(value) ? Infinity : value
  for (let at = from[column]!; bound > thresholds[at]!; at++) remaining[nodes[at]! >>> MOST_LEAVES]! &= nodes[at]!
}

/** What the lowest leaves that remain add up to. */
function sumOf({ leaves, remaining }: Trees): number {
  let sum = 0
  for (let tree = 0; tree < remaining.length; tree++) sum += leaves[tree * MOST_LEAVES + Math.clz32(remaining[tree]! << MOST_LEAVES)]!
  return sum
}
