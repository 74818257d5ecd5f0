import fc from 'fast-check'
import { expect, it } from 'vitest'
import { surpriseOf } from './log-likelihood.ts'

it('is nothing where chance explains it, and grows with every further order of both', () => {
  expect(surpriseOf(10, 100, 100, 1_000)).toBe(0)
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), fc.nat(200), fc.nat(2_000), (together, first, second, neither) => {
      const of = (more: number) =>
        surpriseOf(together + more, together + more + first, together + more + second, together + more + first + second + neither + 1)
      expect(of(0)).toBeGreaterThanOrEqual(0)
      expect(of(1)).toBeGreaterThanOrEqual(of(0) - 1e-6)
    }),
  )
})

it('is the root of the statistic that Dunning printed', () => {
  // His table 1: "the swiss", 110 together of 31,777 words; 270.72 is the ratio printed for it.
  expect(surpriseOf(110, 110 + 2_442, 110 + 111, 110 + 2_442 + 111 + 29_114) ** 2).toBeCloseTo(270.72, 1)
})
