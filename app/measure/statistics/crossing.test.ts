import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chanceToTell, driftToTell } from './crossing.ts'

it('is small without an effect, grows with it, and is sure at last', () => {
  expect(chanceToTell(0, 0.05)).toBeLessThan(0.025)
  expect(chanceToTell(20, 0.05)).toBeCloseTo(1, 9)
  fc.assert(
    fc.property(fc.double({ min: 0, max: 15, noNaN: true }), fc.double({ min: 0.001, max: 0.2, noNaN: true }), (drift, alpha) => {
      expect(chanceToTell(drift + 0.1, alpha)).toBeGreaterThanOrEqual(chanceToTell(drift, alpha))
      expect(chanceToTell(drift, alpha)).toBeLessThanOrEqual(1)
    }),
  )
})

it('asks for more than a single look does', () => {
  // 1.96 + 0.84 for one look.
  expect(driftToTell(0.05, 0.8)).toBeCloseTo(3.6, 1)
  expect(chanceToTell(driftToTell(0.01, 0.9), 0.01)).toBeCloseTo(0.9, 9)
})
