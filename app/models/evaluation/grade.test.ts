import { expect, it } from 'vitest'
import { makeWorkspace } from '#app/models/candidates/workspace.ts'
import type { LabelledQuery } from '#app/models/ranker/labelled-queries.ts'
import { grade } from './grade.ts'

const SOLD = Float32Array.of(100, 10, 10, 1, 0)
const question = (given: number, ...right: number[]): LabelledQuery => ({
  query: { given: [given], unsold: false, customer: -1, at: 0 },
  relevant: new Set(right),
})

/** Grades whoever answers so to each product given. */
function graded(questions: readonly LabelledQuery[], answers: Readonly<Record<number, readonly number[]>>) {
  const space = makeWorkspace({ products: 5, others: 0, head: 0, candidates: 20, alike: 1, width: 1 })
  const answer = ({ query }: LabelledQuery) => {
    const list = answers[query.given[0]!] ?? []
    space.ranked.items.set(list)
    space.ranked.size = list.length
  }
  let now = 0
  return grade(questions, answer, space, SOLD, () => (now += 0.25))
}

it('tells right answers from wrong ones, how much of the shop they cover, and how popular they are', () => {
  const questions = [question(0, 1), question(1, 2, 3), question(2, 3), question(3, 0)]
  const { hit, gain, answered, coverage, popularity, p50, p99 } = graded(questions, { 0: [1], 1: [0, 2], 2: [0] })
  expect(hit.mean).toBe(0.5)
  expect(hit.low).toBeCloseTo(0.15, 2)
  expect(hit.high).toBeCloseTo(0.85, 2)
  const second = 1 / Math.log2(3)
  expect(gain.mean).toBeCloseTo((1 + second / (1 + second)) / 4)
  expect(answered).toBe(0.75)
  expect(coverage).toBe(0.75)
  // 10, 100, 10 and 100 were said where 10, 10, 1, 1 and 100 were right.
  expect(popularity).toBeCloseTo(55 / 24.4)
  expect([p50, p99]).toEqual([250, 250])
})

it('is sure of nothing where nothing was asked or answered', () => {
  expect(graded([], {})).toMatchObject({ questions: 0, answered: 0, coverage: 0, popularity: 0, hit: { low: 0, high: 1 } })
  expect(graded([question(0, 1)], {})).toMatchObject({ answered: 0, popularity: 0, hit: { mean: 0 } })
})
