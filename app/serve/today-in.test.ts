import { expect, it } from 'vitest'
import { todayIn } from './today-in.ts'

const at = (instant: string) => Date.parse(instant)

it.each([
  ['UTC', '2026-12-24T12:00:00Z', 20261224, 4],
  ['Pacific/Auckland', '2026-12-24T12:00:00Z', 20261225, 5],
  ['America/Los_Angeles', '2026-12-24T02:00:00Z', 20261223, 3],
  ['UTC', '2026-11-29T00:00:00Z', 20261129, 7],
  ['UTC', '2026-11-30T00:00:00Z', 20261130, 1],
])('in %s it is, at %s, %d, day %d of the week', (zone, instant, date, weekday) =>
  expect(todayIn(zone, at(instant))).toEqual({ date, weekday }),
)

it('is another day from midnight on, and the same once it was asked', () => {
  const before = todayIn('Asia/Kathmandu', at('2026-05-01T18:14:59Z'))
  expect(before.date).toBe(20260501)
  expect(todayIn('Asia/Kathmandu', at('2026-05-01T18:14:00Z'))).toBe(before)
  expect(todayIn('Asia/Kathmandu', at('2026-05-01T18:15:00Z')).date).toBe(20260502)
})
