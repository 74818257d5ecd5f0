import { column, WIDTH, type Column } from './columns.ts'
import { keepLargest, sortLargest } from './keep-largest.ts'
import { scoreRow, scoreRows, type Trees } from './trees.ts'
import type { Workspace } from './workspace.ts'

/** How candidates are put in order, as it was learnt from a shop's own last weeks. */
export type Ranker =
  | { readonly kind: 'trees'; readonly trees: Trees }
  /** A weight for each column, as it is. */
  | { readonly kind: 'sum'; readonly weights: Float64Array }
  | { readonly kind: 'single'; readonly by: Column }
  /** Too little has happened to tell better from worse. */
  | { readonly kind: 'nothing' }

/** Puts what was gathered in order: afterwards `space.ranked` holds products and scores, best first. */
export function order(ranker: Ranker, { best, ranked, items, x }: Workspace): void {
  ranked.size = 0
  if (ranker.kind === 'nothing') return
  const { items: slots, size: count } = best
  // Scores wait where they will be ranked: a heap that takes in the next has not reached its place yet.
  const scores = ranked.values
  if (ranker.kind === 'trees') scoreRows(ranker.trees, { x, width: WIDTH, slots, count }, scores)
  else for (let place = 0; place < count; place++) scores[place] = scoreOf(ranker, x, slots[place]! * WIDTH)
  for (let place = 0; place < count; place++) keepLargest(ranked, items[slots[place]!]!, scores[place]!)
  sortLargest(ranked)
}

/** What a ranker makes of the columns that start at `at`. */
export function scoreOf(ranker: Exclude<Ranker, { kind: 'nothing' }>, x: Float32Array, at: number): number {
  switch (ranker.kind) {
    case 'trees':
      return scoreRow(ranker.trees, x, at)
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
