import { expect, it } from 'vitest'
import { aLog } from '../../test/a/log.ts'
import { trailsOf } from './trails.ts'

it('lists each customer baskets, oldest first, and the usual time between two', () => {
  const log = { ...aLog([[0], [1], [0], [2], [1], [0]], { days: 2 }), customers: Int32Array.from([0, 1, -1, 0, 1, 1]), customerCount: 3 }
  const { from, baskets, gap } = trailsOf(log)
  expect([0, 1, 2].map((customer) => [...baskets.subarray(from[customer]!, from[customer + 1]!)])).toEqual([[0, 3], [1, 4, 5], []])
  expect(gap).toBe(6)
  expect(trailsOf(aLog([[0]])).gap).toBe(1)
})
