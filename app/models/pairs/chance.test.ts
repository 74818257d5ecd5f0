import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceOf } from './chance.ts'

const share = fc.double({ min: 0, max: 0.5, noNaN: true })
const era = fc
  .array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 8 })
  .map((sizes) => ({ sizes, bought: sizes.reduce((sum, orders, size) => sum + orders * size, 0) }))

describe('chanceOf', () => {
  it('is what can be worked out by hand', () => {
    const two = { sizes: [0, 0, 10], bought: 20 }
    // Two draws: the one and then the other, or the other way round.
    expect(chanceOf([two], [0.1], [0.2])).toBeCloseTo(10 * 2 * 0.1 * 0.2)
    expect(chanceOf([{ sizes: [0, 30], bought: 30 }], [0.5], [0.5])).toBe(0)
  })

  it('does not expect what sold at different times to meet', () => {
    const eras = [
      { sizes: [0, 0, 100], bought: 200 },
      { sizes: [0, 0, 100], bought: 200 },
    ]
    expect(chanceOf(eras, [0.4, 0], [0, 0.4])).toBe(0)
    expect(chanceOf(eras, [0.4, 0], [0.4, 0])).toBeCloseTo(2 * chanceOf(eras, [0.2, 0.2], [0.2, 0.2]), 6)
  })

  it('lies between nothing and the orders of two products or more, and does not mind which comes first', () => {
    fc.assert(
      fc.property(fc.array(era, { maxLength: 3 }), share, share, (eras, one, other) => {
        const same = (value: number) => eras.map(() => value)
        const expected = chanceOf(eras, same(one), same(other))
        expect(expected).toBeGreaterThanOrEqual(-1e-9)
        expect(expected).toBeLessThanOrEqual(eras.reduce((sum, { sizes }) => sum + sizes.slice(2).reduce((a, b) => a + b, 0), 0) + 1e-9)
        expect(chanceOf(eras, same(other), same(one))).toBeCloseTo(expected, 9)
      }),
    )
  })
})
