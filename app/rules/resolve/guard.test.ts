import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyWhen } from '../../../test/a/any-rule.ts'
import { aCatalog, anyProduct } from '../../../test/a/shop.ts'
import { guardFor, guardForAny } from './guard.ts'

it('asks beside any product what it asks beside each of which the condition may hold, or does not say', () => {
  let said = 0
  fc.assert(
    fc.property(anyWhen, anyProduct, (when, product) => {
      const [each, any] = [guardFor(when, product, aCatalog().clock), guardForAny(when)]
      if (each === false || any === undefined) return
      said += 1
      expect(any).toEqual(each)
    }),
    { numRuns: 2_000 },
  )
  expect(said).toBeGreaterThan(200)
})
