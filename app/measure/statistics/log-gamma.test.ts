import fc from 'fast-check'
import { expect, it } from 'vitest'
import { logBeta, logGamma } from './log-gamma.ts'

it('grows by the logarithm of where it stands', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (x) => {
      const grown = logGamma(x) + Math.log(x)
      expect(Math.abs(logGamma(x + 1) - grown)).toBeLessThan(1e-12 * Math.max(1, Math.abs(grown)))
    }),
  )
})

it('is that of factorials', () => {
  expect(logGamma(1)).toBeCloseTo(0, 12)
  expect(logGamma(6)).toBeCloseTo(Math.log(120), 12)
  expect(logBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 12)
})
