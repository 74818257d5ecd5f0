import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anEstimate } from '../../../test/a/estimate.ts'
import { sequence } from './interval.ts'
import { daysUntilReach, reachAfter } from './pace.ts'

it('reaches today as far as the sequence, and less far every day', () => {
  const estimate = anEstimate({ visitors: 3_000 })
  expect(reachAfter(estimate, 0, 0.05, 10_000, 100)).toBeCloseTo(sequence(estimate, 0.05, 10_000).high, 12)
  fc.assert(
    fc.property(fc.nat(1_000), (days) => {
      expect(reachAfter(estimate, days + 1, 0.05, 10_000, 100)).toBeLessThan(reachAfter(estimate, days, 0.05, 10_000, 100))
    }),
  )
})

it('takes the fewest days that are enough', () => {
  const estimate = anEstimate({ visitors: 3_000 })
  const days = daysUntilReach(estimate, 1, 0.05, 10_000, 100)!
  expect(reachAfter(estimate, days, 0.05, 10_000, 100)).toBeLessThanOrEqual(1)
  expect(reachAfter(estimate, days - 1, 0.05, 10_000, 100)).toBeGreaterThan(1)
  expect(daysUntilReach(estimate, 4, 0.05, 10_000, 100)).toBe(0)
  expect(daysUntilReach(estimate, 0.01, 0.05, 10_000, 100)).toBeNull()
  expect(daysUntilReach(estimate, 1, 0.05, 10_000, 0)).toBeNull()
})
