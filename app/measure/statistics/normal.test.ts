import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bothTails, quantile, upperTail } from './normal.ts'

it('turns each into the other', () => {
  fc.assert(
    fc.property(fc.double({ min: -6, max: 37, noNaN: true }), (z) => {
      expect(quantile(upperTail(z))).toBeCloseTo(z, z < -4 ? 4 : 9)
    }),
  )
})

it('falls, and is as much on either side', () => {
  fc.assert(
    fc.property(fc.double({ min: -8, max: 37, noNaN: true }), (z) => {
      expect(upperTail(z + 0.01)).toBeLessThanOrEqual(upperTail(z))
      expect(upperTail(z) + upperTail(-z)).toBeCloseTo(1, 12)
    }),
  )
})

it('is known at a few places', () => {
  expect(upperTail(0)).toBe(0.5)
  expect(quantile(0.5)).toBe(0)
  expect(quantile(0.025)).toBeCloseTo(1.959963984540054, 12)
  expect(bothTails(-1.959963984540054)).toBeCloseTo(0.05, 12)
  expect(bothTails(0)).toBe(1)
})
