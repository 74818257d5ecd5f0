import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { liftOf } from './evidence.ts'

const counts = fc
  .record({
    together: fc.integer({ min: 1, max: 500 }),
    firstOnly: fc.integer({ min: 0, max: 500 }),
    secondOnly: fc.integer({ min: 0, max: 500 }),
    neither: fc.integer({ min: 0, max: 5000 }),
  })
  .map(({ together, firstOnly, secondOnly, neither }) => ({
    together,
    first: together + firstOnly,
    second: together + secondOnly,
    orders: together + firstOnly + secondOnly + neither,
  }))

describe('liftOf', () => {
  it('says how many times more than chance, with what the counts allow', () => {
    const { lift, low, high } = liftOf({ together: 38, first: 100, second: 32, orders: 512 }, 1.96)
    // By hand: var(ln lift) = 1/38 - 1/100 - 1/32 + 76/3200 - 1/512 = 0.0068627, its root times 1.96 = 0.162367.
    expect(lift).toBeCloseTo(6.08, 9)
    expect(low).toBeCloseTo(6.08 * Math.exp(-0.162367), 4)
    expect(high).toBeCloseTo(6.08 * Math.exp(0.162367), 4)
  })

  it('keeps low <= lift <= high, all finite and positive', () => {
    fc.assert(
      fc.property(counts, (pair) => {
        const { lift, low, high } = liftOf(pair, 1.96)
        expect(low).toBeGreaterThan(0)
        expect(low).toBeLessThanOrEqual(lift)
        expect(high).toBeGreaterThanOrEqual(lift)
        expect(Number.isFinite(high)).toBe(true)
      }),
    )
  })

  it('narrows when every count doubles', () => {
    fc.assert(
      fc.property(counts, ({ together, first, second, orders }) => {
        const width = (scale: number) => {
          const { low, high } = liftOf(
            { together: together * scale, first: first * scale, second: second * scale, orders: orders * scale },
            1.96,
          )
          return Math.log(high / low)
        }
        expect(width(2)).toBeLessThanOrEqual(width(1) + 1e-9)
      }),
    )
  })

  it('is nothing for a pair that was never bought', () => {
    expect(liftOf({ together: 0, first: 9, second: 9, orders: 99 }, 1.96)).toEqual({ lift: 0, low: 0, high: 0 })
  })
})
