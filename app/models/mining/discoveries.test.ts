import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discoveryThreshold } from './discoveries.ts'

const found = (pValues: number[], tests: number, rate: number) => {
  const bar = discoveryThreshold(pValues.map(Math.log), tests, rate)
  return pValues.filter((p) => Math.log(p) <= bar)
}

describe('discoveryBar', () => {
  it('finds what Benjamini and Hochberg found in their paper’s example', () => {
    const published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
    expect(found(published, 15, 0.05)).toEqual([0.0001, 0.0004, 0.0019, 0.0095])
  })

  it('finds nothing among nothing, and counts tests whose outcome was never listed', () => {
    expect(discoveryThreshold([], 100, 0.05)).toBe(-Infinity)
    expect(found([0.001], 10, 0.05)).toEqual([0.001])
    expect(found([0.001], 1_000_000, 0.05)).toEqual([])
  })

  it('never takes a weaker test and leaves a stronger one', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-9, max: 1, noNaN: true }), { maxLength: 50 }), (pValues) => {
        const taken = found(pValues, 60, 0.1)
        expect(taken.length).toBe(pValues.filter((p) => p <= Math.max(...taken)).length)
      }),
    )
  })
})
