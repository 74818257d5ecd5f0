import { expect, it } from 'vitest'
import { sliceSessions, type Sessions } from './sessions.ts'

const visits: readonly (readonly number[])[] = [[1, 2], [3], [], [4, 5, 6]]
const sessions: Sessions = {
  products: 7,
  starts: Uint32Array.of(0, 2, 3, 3, 6),
  items: Uint32Array.from(visits.flat()),
  at: Float64Array.of(1, 2, 3, 4),
  now: 9,
}
const seen = ({ starts, items }: Sessions) => [...starts].slice(0, -1).map((start, visit) => [...items.subarray(start, starts[visit + 1])])

it.each([
  [0, 4],
  [1, 3],
  [2, 4],
  [3, 4],
])('the visits from %i up to %i saw what they saw, as known at the last of them', (from, to) => {
  const part = sliceSessions(sessions, from, to)
  expect(seen(part)).toEqual(visits.slice(from, to))
  expect([...part.at]).toEqual([1, 2, 3, 4].slice(from, to))
  expect(part).toMatchObject({ products: 7, now: to })
})

it('no visits are known at the beginning of all', () => {
  expect(sliceSessions(sessions, 0, 0)).toMatchObject({ now: 0 })
  expect(seen(sliceSessions(sessions, 2, 2))).toEqual([])
})
