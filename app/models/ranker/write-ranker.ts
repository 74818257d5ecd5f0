import { z } from 'zod'
import { COLUMNS, WIDTH } from '#app/models/candidates/columns.ts'
import { asRanker, type Ranker } from './ranker.ts'

const numbers = z.array(z.number())
const tree = z.object({ columnOf: numbers, threshold: numbers, low: numbers })
const written = z.object({
  /** What the numbers of a candidate meant. */
  columns: z.array(z.string()),
  ranker: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('trees'), grown: z.array(tree) }),
    z.object({ kind: z.literal('sum'), weights: numbers.length(WIDTH) }),
    z.object({ kind: z.literal('single'), by: z.enum(COLUMNS) }),
    z.object({ kind: z.literal('nothing') }),
  ]),
})

/** A ranker as JSON can say it, to the last bit. */
export function writeRanker(ranker: Ranker): z.infer<typeof written> {
  return { columns: [...COLUMNS], ranker: plain(ranker) }
}

function plain(ranker: Ranker): z.infer<typeof written>['ranker'] {
  switch (ranker.kind) {
    case 'trees':
      return { kind: 'trees', grown: [...ranker.first, ...ranker.rest.grown] }
    case 'sum':
      return { kind: 'sum', weights: [...ranker.weights] }
    case 'single':
    case 'nothing':
      return ranker
  }
}

/** The ranker that was written; undefined for anything else, and where candidates were known by other numbers than today. */
export function readRanker(value: unknown): Ranker | undefined {
  const { data } = written.safeParse(value)
  if (data?.columns.join() !== COLUMNS.join()) return undefined
  switch (data.ranker.kind) {
    case 'trees':
      return asRanker(data.ranker.grown)
    case 'sum':
      return { kind: 'sum', weights: Float64Array.from(data.ranker.weights) }
    case 'single':
    case 'nothing':
      return data.ranker
  }
}
