import fc from 'fast-check'
import { expect, it } from 'vitest'
import { namedOf, scaleOf } from './scale-of.ts'

it('holds every value and zero between round ends, which are named', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 40 }),
      fc.integer({ min: 2, max: 8 }),
      (values, about) => {
        const { low, high, ticks } = scaleOf(values, about)
        expect(low).toBeLessThan(high)
        for (const value of [...values, 0]) expect(value >= low && value <= high).toBe(true)
        expect([ticks[0], ticks.at(-1)]).toEqual([low, high])
        expect(ticks.length).toBeLessThanOrEqual(2 * about + 2)
      },
    ),
  )
})

it.each([
  { values: [-20, 37], about: 4, ticks: [-20, 0, 20, 40] },
  { values: [0.02, 0.353], about: 4, ticks: [0, 0.1, 0.2, 0.3, 0.4] },
  { values: [], about: 4, ticks: [0, 1] },
])('names $ticks where values are $values', ({ values, about, ticks }) => {
  expect(scaleOf(values, about).ticks).toEqual(ticks)
})

it.each([
  { count: 1, named: [0] },
  { count: 3, named: [0, 1, 2] },
  { count: 9, named: [0, 2, 4, 6, 8] },
  { count: 548, named: [0, 137, 274, 410, 547] },
])('names the points $named of $count', ({ count, named }) => {
  expect(namedOf(count, 5)).toEqual(named)
})
