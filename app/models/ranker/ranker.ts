import { column, WIDTH, type Column } from '#app/models/candidates/columns.ts'
import { keepLargest, sortAgain, sortLargest } from '#app/models/candidates/keep-largest.ts'
import type { Workspace } from '#app/models/candidates/workspace.ts'
import { leafOf, type Tree } from '#app/models/trees/grow-tree.ts'
import { packTrees, scoreRow, scoreRows, type Trees } from '#app/models/trees/trees.ts'

/** How candidates are put in order, as it was learnt from a shop's own last weeks. */
export type Ranker =
  /** Boosted trees as they grew, each mending what those before it left: every candidate is shown to the first, the best of them to the rest. */
  | { readonly kind: 'trees'; readonly first: readonly Tree[]; readonly rest: Trees }
  /** A weight for each column, as it is. */
  | { readonly kind: 'sum'; readonly weights: Float64Array }
  | { readonly kind: 'single'; readonly by: Column }
  /** Too little has happened to tell better from worse. */
  | { readonly kind: 'nothing' }

/** So many trees tell those that matter from the rest: only these are shown to the other trees. */
const FIRST_TREES = 8
const CLOSE = 32

/** Trees as a ranker. */
export function asRanker(grown: readonly Tree[]): Extract<Ranker, { kind: 'trees' }> {
  return { kind: 'trees', first: grown.slice(0, FIRST_TREES), rest: packTrees(grown.slice(FIRST_TREES), WIDTH) }
}

/** Puts what was gathered in order: afterwards `space.ranked` holds products, best first, and what they were ranked by. */
export function order(ranker: Ranker, { best, ranked, items, x }: Workspace): void {
  ranked.size = 0
  if (ranker.kind === 'nothing') return
  for (let place = 0; place < best.size; place++) {
    const slot = best.items[place]!
    const at = slot * WIDTH
    keepLargest(ranked, slot, ranker.kind === 'trees' ? sumOf(ranker.first, x, at) : scoreOf(ranker, x, at))
  }
  sortLargest(ranked)
  if (ranker.kind === 'trees') {
    const close = Math.min(CLOSE, ranked.size)
    scoreRows(ranker.rest, { x, width: WIDTH, slots: ranked.items, count: close }, ranked.values)
    sortAgain(ranked, close)
  }
  for (let place = 0; place < ranked.size; place++) ranked.items[place] = items[ranked.items[place]!]!
}

/** What a ranker makes of the columns that start at `at`. */
export function scoreOf(ranker: Exclude<Ranker, { kind: 'nothing' }>, x: Float32Array, at: number): number {
  switch (ranker.kind) {
    case 'trees':
      return sumOf(ranker.first, x, at) + scoreRow(ranker.rest, x, at)
    case 'sum': {
      let sum = 0
      for (let nth = 0; nth < WIDTH; nth++) {
        const value = x[at + nth]!
        if (!Number.isNaN(value)) sum += ranker.weights[nth]! * value
      }
      return sum
    }
    case 'single':
      return x[at + column[ranker.by]]!
  }
}

/** Few trees are walked sooner than all columns are asked. */
function sumOf(trees: readonly Tree[], x: Float32Array, at: number): number {
  let sum = 0
  for (let nth = 0; nth < trees.length; nth++) sum += leafOf(trees[nth]!, x, at)
  return sum
}
