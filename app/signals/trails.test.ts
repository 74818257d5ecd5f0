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

it('has the middle of the times as the usual one, whatever their order, and counts none between baskets of one moment', () => {
  // Days 0, 30, 31, 31 and 45 of one customer: gaps of 30, 1, none and 14.
  const log = {
    ...aLog([[0], [0], [0], [0], [0]]),
    at: Float64Array.from([0, 30, 31, 31, 45]),
    customers: new Int32Array(5),
    customerCount: 1,
  }
  expect(trailsOf(log).gap).toBe(14)
  // Two customers: nobody's first basket follows the other's last.
  const two = { ...log, customers: Int32Array.from([0, 0, 0, 1, 1]), customerCount: 2 }
  expect(trailsOf(two).gap).toBe(14)
  expect([...trailsOf(two).from]).toEqual([0, 3, 5])
})
