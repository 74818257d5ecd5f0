import { expect, test } from 'vitest'
import { dayOf, startOfDay, startOfNextDay } from './clock.ts'

test.each([
  ['2026-12-24', 'Europe/Vienna', '2026-12-23T23:00:00Z', '2026-12-24T23:00:00Z'],
  ['2026-03-29', 'Europe/Vienna', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
  ['2026-10-25', 'Europe/Vienna', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  ['2026-01-01', 'Pacific/Auckland', '2025-12-31T11:00:00Z', '2026-01-01T11:00:00Z'],
  ['2026-01-01', 'America/New_York', '2026-01-01T05:00:00Z', '2026-01-02T05:00:00Z'],
  ['2028-02-29', 'Nowhere/Land', '2028-02-29T00:00:00Z', '2028-03-01T00:00:00Z'],
])('%s in %s begins at %s and ends at %s', (day, timezone, start, end) => {
  expect(startOfDay(day, timezone)).toBe(Date.parse(start))
  expect(startOfNextDay(day, timezone)).toBe(Date.parse(end))
  for (const at of [Date.parse(start), Date.parse(end) - 1]) expect(dayOf({ at, timezone })).toBe(day)
  expect(dayOf({ at: Date.parse(end), timezone })).not.toBe(day)
})
