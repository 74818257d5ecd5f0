import fc from 'fast-check'
import { expect, it } from 'vitest'
import { listPart } from './list-part.ts'

it('shows each one of a list in exactly one part, and no empty part but that of an empty list', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 60 }), (total, per) => {
      const list = Array.from({ length: total }, (_, at) => at)
      const { parts } = listPart(total, 1, per)
      const seen = Array.from({ length: parts }, (_, at) => listPart(total, at + 1, per)).map(({ from, to }) => list.slice(from, to))
      expect(seen.flat()).toEqual(list)
      expect(seen.every((one) => one.length > 0 || total === 0)).toBe(true)
    }),
  )
})

it.each([4, 1e300, Infinity])('takes %d for the last part', (asked) => {
  expect(listPart(60, asked, 25)).toEqual({ part: 3, parts: 3, from: 50, to: 60 })
})
