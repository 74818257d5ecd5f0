import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bringLargest, keepLargest, makeHeap, sortAgain, sortLargest, type LargestHeap } from './keep-largest.ts'

/** Few different values, so that many are equal. */
const anyList = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 60 })
const heapOf = (list: readonly number[]): LargestHeap => ({
  size: list.length,
  items: Uint32Array.from(list.keys()),
  values: Float64Array.from(list),
})

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

it('sorts the first of a list again, and leaves the others where they stand', () => {
  fc.assert(
    fc.property(anyList, fc.nat(70), (list, most) => {
      const count = Math.min(most, list.length)
      const heap = heapOf(list)
      sortAgain(heap, count)
      const [first, others] = [list.slice(0, count), list.slice(count)]
      expect([...heap.values]).toEqual([...first.toSorted((a, b) => b - a), ...others])
      expect([...heap.items].map((item) => list[item])).toEqual([...heap.values])
    }),
  )
})

it('brings the largest to the front, each with its item, also among equals', () => {
  fc.assert(
    fc.property(anyList, fc.nat(70), (list, most) => {
      const kept = Math.min(most, list.length)
      const heap = heapOf(list)
      bringLargest(heap, kept)
      const fallen = list.toSorted((a, b) => b - a)
      expect([...heap.values.subarray(0, kept)].toSorted((a, b) => b - a)).toEqual(fallen.slice(0, kept))
      expect([...heap.items].map((item) => list[item])).toEqual([...heap.values])
      expect([...heap.items].toSorted((a, b) => a - b)).toEqual([...list.keys()])
    }),
  )
})
