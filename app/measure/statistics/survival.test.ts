import fc from 'fast-check'
import { expect, it } from 'vitest'
import { survival } from './survival.ts'

it('is the plain share where everybody was watched to the end', () => {
  const [first, last] = survival(
    [
      { day: 10, events: 30, leave: 0 },
      { day: 40, events: 20, leave: 0 },
      { day: 90, events: 0, leave: 50 },
    ],
    [30, 90],
    0.05,
  )
  expect([first!.survived, last!.survived]).toEqual([0.7, 0.5])
  expect(last!.variance).toBeCloseTo((0.5 * 0.5) / 100, 12)
})

it('counts those who left only as long as they were watched', () => {
  // Of ten, one; of the six still watched, three.
  const [point] = survival(
    [
      { day: 1, events: 1, leave: 3 },
      { day: 2, events: 3, leave: 3 },
    ],
    [2],
    0.05,
  )
  expect(point!.survived).toBeCloseTo(0.9 * 0.5, 12)
})

it('says nothing of days that nobody was watched for', () => {
  expect(survival([{ day: 20, events: 1, leave: 5 }], [10, 20, 30], 0.05).map(({ day }) => day)).toEqual([10, 20])
  expect(survival([], [10], 0.05)).toEqual([])
})

it('falls, and lies within its interval, which lies within 0 and 1', () => {
  const happened = fc
    .uniqueArray(fc.record({ day: fc.nat(200), events: fc.nat(20), leave: fc.nat(20) }), { selector: ({ day }) => day, minLength: 1 })
    .map((all) => all.toSorted((a, b) => a.day - b.day))
  fc.assert(
    fc.property(happened, (all) => {
      let before = 1
      for (const { survived, interval, variance } of survival(all, [0, 30, 60, 90, 180], 0.05)) {
        expect(survived).toBeLessThanOrEqual(before)
        expect(interval.low).toBeLessThanOrEqual(survived)
        expect(interval.high).toBeGreaterThanOrEqual(survived)
        expect(interval.low >= 0 && interval.high <= 1 && variance >= 0).toBe(true)
        before = survived
      }
    }),
  )
})
