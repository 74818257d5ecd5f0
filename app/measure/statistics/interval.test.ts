import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anEstimate } from '../../../test/a/estimate.ts'
import { fixedInterval, fixedReach, relative, sequence, sequenceReach } from './interval.ts'

const visitors = fc.integer({ min: 1, max: 10_000_000 })
const alpha = fc.double({ min: 0.001, max: 0.2, noNaN: true })

it('is 1.96 standard errors for one look', () => {
  const { low, high } = fixedInterval(anEstimate({ effect: 3, variance: 4 }), 0.05)
  expect(low).toBeCloseTo(3 - 3.92, 3)
  expect(high).toBeCloseTo(3 + 3.92, 3)
})

describe('a sequence', () => {
  it('is wider than an interval for one look, at any time, and around the same effect', () => {
    fc.assert(
      fc.property(visitors, alpha, visitors, (count, level, tunedFor) => {
        const estimate = anEstimate({ effect: 5, visitors: count })
        const [many, one] = [sequence(estimate, level, tunedFor), fixedInterval(estimate, level)]
        expect(many.low).toBeLessThan(one.low)
        expect(many.high).toBeGreaterThan(one.high)
        expect((many.low + many.high) / 2).toBeCloseTo(5, 9)
      }),
    )
  })

  it('reaches least where it was tuned for, and farther for fewer errors', () => {
    const at = (count: number) => sequenceReach(count, 0.05, 10_000)
    expect(at(10_000)).toBeCloseTo(3.04, 2)
    expect(at(10_000)).toBeLessThan(Math.min(at(5_000), at(20_000)) * 1.001)
    expect(at(100)).toBeGreaterThan(at(1_000))
    expect(sequenceReach(500, 0.01, 10_000, 0.05)).toBeGreaterThan(at(500))
  })
})

describe('as a share of the base', () => {
  it('is around the effect, and leaves out 0 when the effect does', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 3, max: 50, noNaN: true }),
        fc.double({ min: 0.2, max: 0.9, noNaN: true }),
        (effect, base, part) => {
          const estimate = anEstimate({ effect, base, baseVariance: part })
          const lift = relative(estimate, fixedReach(0.05))
          const { low, high } = fixedInterval(estimate, 0.05)
          fc.pre(lift !== null && Math.min(Math.abs(low), Math.abs(high)) > 1e-9)
          expect(lift!.low).toBeLessThanOrEqual(effect / base)
          expect(lift!.high).toBeGreaterThanOrEqual(effect / base)
          expect(lift!.low > 0 || lift!.high < 0).toBe(low > 0 || high < 0)
        },
      ),
    )
  })

  it('is none where the base may be nothing', () => {
    expect(relative(anEstimate({ base: 1, baseVariance: 0.5 }), 2)).toBeNull()
    expect(relative(anEstimate({ base: -100 }), 2)).toBeNull()
  })
})
