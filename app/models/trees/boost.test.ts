import { describe, expect, it } from 'vitest'
import { column, WIDTH } from '#app/models/candidates/columns.ts'
import type { Examples } from '#app/models/ranker/examples.ts'
import { trainRanker, type Trial } from '#app/models/ranker/train-ranker.ts'
import { boost } from './boost.ts'
import { scoreRow } from './trees.ts'

const EACH = 4

/** Questions in which the candidate is right whose cosine and week differ: no sum of the two can say so. */
function crossed(questions: number): Examples {
  const rows = questions * EACH
  const x = new Float32Array(rows * WIDTH)
  const hits = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) {
    const [a, b] = [row % 2, Math.floor(row / 2) % 2]
    x[row * WIDTH + column.cosine] = a + ((row * 7) % 13) / 100
    x[row * WIDTH + column.week] = b + ((row * 5) % 11) / 100
    hits[row] = a === b ? 0 : 1
  }
  return {
    width: WIDTH,
    starts: Uint32Array.from({ length: questions + 1 }, (_, question) => question * EACH),
    x,
    labels: hits,
    relevant: new Uint32Array(questions).fill(EACH / 2),
  }
}

const scoreOf = (tried: readonly Trial[], name: string) => tried.find((one) => one.name === name)!.score

describe('boost', () => {
  it('learns what only two columns together tell', () => {
    const { x, labels: hits, ...rest } = crossed(200)
    const trees = boost({ x, labels: hits, ...rest })
    for (let row = 0; row < hits.length; row++) expect(scoreRow(trees, x, row * WIDTH) > 0).toBe(hits[row] === 1)
  })

  it('learns that it is unknown what the right ones have of a column', () => {
    const { x, labels: hits, ...rest } = crossed(200)
    x.fill(0)
    for (let row = 0; row < hits.length; row++) x[row * WIDTH + column.lastGaps] = hits[row] === 1 ? Number.NaN : row % 5
    const trees = boost({ x, labels: hits, ...rest })
    for (let row = 0; row < hits.length; row++) expect(scoreRow(trees, x, row * WIDTH) > 0).toBe(hits[row] === 1)
  })
})

describe('learnRanker', () => {
  it('takes trees where they win', () => {
    const { ranker, tried } = trainRanker(crossed(200))
    expect(ranker.kind).toBe('trees')
    expect(scoreOf(tried, 'trees')).toBeGreaterThan(scoreOf(tried, 'sum') + 0.1)
  })

  it('takes one model where it says everything, and nothing where there is too little to tell', () => {
    const { starts, relevant: right, ...plain } = crossed(120)
    for (let row = 0; row < plain.labels.length; row++) plain.labels[row] = plain.x[row * WIDTH + column.cosine]! > 0.5 ? 1 : 0
    const { ranker, tried } = trainRanker({ starts, relevant: right, ...plain })
    expect(ranker.kind).not.toBe('nothing')
    expect(scoreOf(tried, 'cosine')).toBe(1)
    expect(trainRanker(crossed(20)).ranker).toEqual({ kind: 'nothing' })
  })
})
