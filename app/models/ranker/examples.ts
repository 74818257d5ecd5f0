import { collectCandidates } from '#app/models/candidates/collect-candidates.ts'
import { WIDTH } from '#app/models/candidates/columns.ts'
import type { Workspace } from '#app/models/candidates/workspace.ts'
import type { Knowledge } from '#app/models/knowledge.ts'
import type { LabelledQuery } from './labelled-queries.ts'

/** Questions with their candidates. Question q's candidates are the rows `starts[q]` to `starts[q + 1]`; `labels` is 1 for relevant ones. */
export interface Examples {
  /** Numbers a row. */
  readonly width: number
  readonly starts: Uint32Array
  readonly x: Float32Array
  readonly labels: Uint8Array
  /** By query, how many were relevant in all, candidates or not. */
  readonly relevant: Uint32Array
}

/** Examples, and of each which query it was. */
export interface Collected {
  readonly examples: Examples
  readonly queryOf: Uint32Array
}

/** Gathers the candidates of queries; those of which no candidate is relevant teach nothing and are left out. */
export function collectExamples(known: Knowledge, space: Workspace, queries: readonly LabelledQuery[]): Collected {
  const room = queries.length * space.best.items.length
  const x = new Float32Array(room * WIDTH)
  const labels = new Uint8Array(room)
  const starts = [0]
  const relevant: number[] = []
  const queryOf: number[] = []
  for (const [nth, query] of queries.entries()) {
    collectCandidates(known, space, query.query)
    const from = starts.at(-1)!
    let found = 0
    for (let place = 0; place < space.best.size; place++) {
      const slot = space.best.items[place]!
      const hit = query.relevant.has(space.items[slot]!)
      x.set(space.x.subarray(slot * WIDTH, slot * WIDTH + WIDTH), (from + place) * WIDTH)
      labels[from + place] = hit ? 1 : 0
      if (hit) found += 1
    }
    if (found === 0) continue
    starts.push(from + space.best.size)
    relevant.push(query.relevant.size)
    queryOf.push(nth)
  }
  const rows = starts.at(-1)!
  const examples = {
    width: WIDTH,
    starts: Uint32Array.from(starts),
    x: x.subarray(0, rows * WIDTH),
    labels: labels.subarray(0, rows),
    relevant: Uint32Array.from(relevant),
  }
  return { examples, queryOf: Uint32Array.from(queryOf) }
}

/** The examples of the queries from one up to but not including another. */
export function sliceExamples({ width, starts, x, labels, relevant }: Examples, from: number, to: number): Examples {
  const [first, last] = [starts[from]!, starts[to]!]
  return {
    width,
    starts: starts.subarray(from, to + 1).map((start) => start - first),
    x: x.subarray(first * width, last * width),
    labels: labels.subarray(first, last),
    relevant: relevant.subarray(from, to),
  }
}
