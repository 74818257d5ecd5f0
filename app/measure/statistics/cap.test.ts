import fc from 'fast-check'
import { expect, it } from 'vitest'
import { capOf, capped } from './cap.ts'

const upTo = (most: number) => Array.from({ length: most }, (_, nth) => nth + 1)

it('caps at the value that one order in a hundred exceeds', () => {
  expect(capOf(upTo(200).toReversed())).toEqual({ most: 198, usual: 100 })
  expect(capOf([...upTo(99), 1e6])).toEqual({ most: 99, usual: 50 })
})

it('has no cap from too few orders, free ones not counted', () => {
  expect(capOf(upTo(99))).toBeNull()
  expect(capOf([...upTo(99), 0, 0])).toBeNull()
})

it('leaves what is below as it is, cuts on either side, and takes what is far beyond for a usual order', () => {
  const cap = { most: 10, usual: 3 }
  expect([0, 5, 10, 11, 100, 101, 1e9].map((value) => capped(value, cap))).toEqual([0, 5, 10, 10, 10, 3, 3])
  expect([-3, -50, -1e9].map((value) => capped(value, cap))).toEqual([-3, -10, -3])
})

it('makes of a thousand usual orders in one the usual order, whatever the shop', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 100, max: 9_000 }), { minLength: 100, maxLength: 300 }), (values) => {
      const cap = capOf(values)!
      expect(capped(1_000 * cap.usual, cap)).toBe(capped(cap.usual, cap))
    }),
  )
})
