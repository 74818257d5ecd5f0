import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COLUMNS, WIDTH } from '#app/models/candidates/columns.ts'
import { boost } from '#app/models/trees/boost.ts'
import { asRanker, scoreOf, type Ranker } from './ranker.ts'
import type { FittedRanker } from './train-ranker.ts'
import { readRanker, writeRanker } from './write-ranker.ts'

const throughJson = (ranker: Ranker) => readRanker(JSON.parse(JSON.stringify(writeRanker(ranker))))

/** Trees that were taught by rows of which the third column decides. */
function someTrees() {
  const rows = 400
  const x = Float32Array.from({ length: rows * WIDTH }, (_, at) => Math.sin(at * 7.3) / 3)
  const hits = Uint8Array.from({ length: rows }, (_, row) => (x[row * WIDTH + 2]! > 0.1 ? 1 : 0))
  const starts = Uint32Array.from({ length: rows / 10 + 1 }, (_, at) => at * 10)
  return boost({ width: WIDTH, x, labels: hits, starts, relevant: new Uint32Array(rows / 10).fill(4) }).grown
}

const rankers: readonly FittedRanker[] = [
  asRanker(someTrees()),
  { kind: 'sum', weights: Float64Array.from(COLUMNS, (_, at) => Math.cos(at) / 3) },
  { kind: 'single', by: 'dampedWalk' },
]

describe('a ranker that was written down', () => {
  it.each(rankers)('says the same to the last bit ($kind)', (ranker) => {
    const read = throughJson(ranker) as FittedRanker
    const row = fc.float32Array({ minLength: WIDTH, maxLength: WIDTH })
    fc.assert(fc.property(row, (x) => Object.is(scoreOf(read, x, 0), scoreOf(ranker, x, 0))))
  })

  it('stays nothing where it was nothing', () => {
    expect(throughJson({ kind: 'nothing' })).toEqual({ kind: 'nothing' })
  })

  it('is not believed where candidates were known by other numbers, or where it is none', () => {
    const { columns, ranker } = writeRanker(rankers[1]!)
    for (const value of [{ columns: columns.toReversed(), ranker }, { columns, ranker: { kind: 'sum', weights: [1] } }, { ranker }, null])
      expect(readRanker(value)).toBeUndefined()
  })
})
