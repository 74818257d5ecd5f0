import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sumsOf } from '../../../test/a/estimate.ts'
import { centralMomentsOf, NOBODY, ofIdle, plus } from './sums.ts'

const visitors = fc.array(fc.tuple(fc.integer({ min: -1_000, max: 1_000 }), fc.integer({ min: 0, max: 100 })), { minLength: 1 })

it('adds up in any order, and nobody changes nothing', () => {
  fc.assert(
    fc.property(visitors, visitors, visitors, (one, other, third) => {
      const [a, b, c] = [sumsOf(one), sumsOf(other), sumsOf(third)]
      expect(plus(plus(a, b), c)).toEqual(plus(a, plus(c, b)))
      expect(plus(a, b)).toEqual(sumsOf([...one, ...other]))
      expect(plus(a, NOBODY)).toEqual(a)
    }),
  )
})

it('knows the moments of the visitors', () => {
  const { meanY, meanX, squaresY, squaresX, products } = centralMomentsOf(
    sumsOf([
      [1, 2],
      [3, 2],
      [8, 5],
    ]),
  )
  expect([meanY, meanX, squaresY, squaresX, products]).toEqual([4, 3, 26, 6, 12])
})

it('counts those who bought nothing', () => {
  expect(plus(ofIdle(3), sumsOf([[6]]))).toMatchObject({ visitors: 4, y: 6, yy: 36 })
})

it('has no negative squares, however large the numbers', () => {
  expect(centralMomentsOf(sumsOf(Array.from({ length: 7 }, () => [0.1 + 1e8, 0.1]))).squaresX).toBeGreaterThanOrEqual(0)
})
