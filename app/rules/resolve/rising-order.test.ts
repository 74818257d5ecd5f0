import fc from 'fast-check'
import { expect, it } from 'vitest'
import { risingOrder } from './rising-order.ts'

const anyNumbers = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, -0, 1, Infinity, -Infinity)))

it('orders places as comparing their numbers, then themselves, does', () => {
  fc.assert(
    fc.property(anyNumbers, (numbers) => {
      const compared = [...numbers.keys()].sort((a, b) => (numbers[a]! < numbers[b]! ? -1 : numbers[a]! > numbers[b]! ? 1 : a - b))
      expect([...risingOrder(Float64Array.from(numbers))]).toEqual(compared)
    }),
  )
})
