import { WIDTH } from '#app/models/candidates/columns.ts'
import { gather } from '#app/models/candidates/gather.ts'
import type { Workspace } from '#app/models/candidates/workspace.ts'
import type { Knowledge } from '#app/models/knowledge.ts'
import type { Question } from './questions.ts'

/** Questions with their candidates. Question q's candidates are the rows `starts[q]` to `starts[q + 1]`; `hits` is 1 for right ones. */
export interface Examples {
  /** Numbers a row. */
  readonly width: number
  readonly starts: Uint32Array
  readonly x: Float32Array
  readonly hits: Uint8Array
  /** By question, how many were right in all, candidates or not. */
  readonly right: Uint32Array
}

/** Examples, and of each which question it was. */
export interface Gathered {
  readonly examples: Examples
  readonly questionOf: Uint32Array
}

/** Gathers the candidates of questions; those of which no candidate is right teach nothing and are left out. */
export function gatherExamples(known: Knowledge, space: Workspace, questions: readonly Question[]): Gathered {
  const room = questions.length * space.best.items.length
  const x = new Float32Array(room * WIDTH)
  const hits = new Uint8Array(room)
  const starts = [0]
  const right: number[] = []
  const questionOf: number[] = []
  for (const [nth, question] of questions.entries()) {
    gather(known, space, question.ask)
    const from = starts.at(-1)!
    let found = 0
    for (let place = 0; place < space.best.size; place++) {
      const slot = space.best.items[place]!
      const hit = question.right.has(space.items[slot]!)
      x.set(space.x.subarray(slot * WIDTH, slot * WIDTH + WIDTH), (from + place) * WIDTH)
      hits[from + place] = hit ? 1 : 0
      if (hit) found += 1
    }
    if (found === 0) continue
    starts.push(from + space.best.size)
    right.push(question.right.size)
    questionOf.push(nth)
  }
  const rows = starts.at(-1)!
  const examples = {
    width: WIDTH,
    starts: Uint32Array.from(starts),
    x: x.subarray(0, rows * WIDTH),
    hits: hits.subarray(0, rows),
    right: Uint32Array.from(right),
  }
  return { examples, questionOf: Uint32Array.from(questionOf) }
}

/** The examples of the questions from one up to but not including another. */
export function sliceExamples({ width, starts, x, hits, right }: Examples, from: number, to: number): Examples {
  const [first, last] = [starts[from]!, starts[to]!]
  return {
    width,
    starts: starts.subarray(from, to + 1).map((start) => start - first),
    x: x.subarray(first * width, last * width),
    hits: hits.subarray(first, last),
    right: right.subarray(from, to),
  }
}
