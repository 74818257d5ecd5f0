import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keepLargest, makeHeap, sortLargest } from './keep-largest.ts'

it('keeps the largest, in falling order, whatever the order they come in', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -1_000, max: 1_000 })), fc.integer({ min: 0, max: 12 }), (values, room) => {
      const heap = makeHeap(room)
      for (const [item, value] of values.entries()) keepLargest(heap, item, value)
      sortLargest(heap)
      const expected = values.toSorted((a, b) => b - a).slice(0, room)
      expect([...heap.values.subarray(0, heap.size)]).toEqual(expected)
      expect([...heap.items.subarray(0, heap.size)]).toEqual(expected.map((value) => values.indexOf(value)))
    }),
  )
})
