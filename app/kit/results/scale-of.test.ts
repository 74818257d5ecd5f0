import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeOn, scaleOf } from './scale-of.ts'

const anyRange = fc
  .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0.01, max: 1e6, noNaN: true }))
  .map(([low, width]) => ({ low, high: low + width }))

it('holds every range and nothing gained or lost, from end to end', () => {
  fc.assert(
    fc.property(fc.array(anyRange, { minLength: 1 }), (ranges) => {
      const scale = scaleOf([{ effect: null }, ...ranges.map((effect) => ({ effect }))])!
      const places = [0, ...ranges.flatMap(({ low, high }) => [low, high])].map((value) => placeOn(scale, value))
      expect(Math.min(...places)).toBe(0)
      expect(Math.max(...places)).toBe(1)
      for (const { low, high } of ranges) expect(placeOn(scale, low)).toBeLessThanOrEqual(placeOn(scale, high))
    }),
  )
})

it('is none where nothing is known', () => expect(scaleOf([{ effect: null }])).toBeUndefined())
