import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logTail } from './log-tail.ts'

/** The same by adding up term after term, where that is precise. */
function plainTail(count: number, mean: number): number {
  let [term, below] = [Math.exp(-mean), 0]
  for (let k = 0; k < count; k++) {
    below += term
    term *= mean / (k + 1)
  }
  return 1 - below
}

describe('logTail', () => {
  it('agrees with plain addition', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.double({ min: 0.01, max: 30, noNaN: true }), (count, mean) => {
        const plain = plainTail(count, mean)
        fc.pre(plain > 1e-6)
        expect(Math.exp(logTail(count, mean))).toBeCloseTo(plain, 8)
      }),
    )
  })

  it('falls with every further count and rises with the mean, far into the tail', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0.01, max: 2000, noNaN: true }), (count, mean) => {
        expect(logTail(count + 1, mean)).toBeLessThanOrEqual(logTail(count, mean))
        expect(logTail(count, mean * 1.1)).toBeGreaterThanOrEqual(logTail(count, mean))
        expect(logTail(count, mean)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('is known at a few places', () => {
    expect(logTail(0, 5)).toBe(0)
    expect(logTail(3, 0)).toBe(-Infinity)
    expect(logTail(1, 1)).toBeCloseTo(Math.log(1 - Math.exp(-1)), 12)
    // 100 where 10 are expected: scipy.stats.poisson.logsf(99, 10)
    expect(logTail(100, 10)).toBeCloseTo(-143.37672310061888, 9)
  })
})
