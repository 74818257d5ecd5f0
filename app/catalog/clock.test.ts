import { expect, test } from 'vitest'
import fc from 'fast-check'
import { dayOf, startOfDay, startOfNextDay } from './clock.ts'

test.each([
  ['2026-12-24', 'Europe/Vienna', '2026-12-23T23:00:00Z', '2026-12-24T23:00:00Z'],
  ['2026-03-29', 'Europe/Vienna', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
  ['2026-10-25', 'Europe/Vienna', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  ['2026-01-01', 'Pacific/Auckland', '2025-12-31T11:00:00Z', '2026-01-01T11:00:00Z'],
  ['2026-01-01', 'America/New_York', '2026-01-01T05:00:00Z', '2026-01-02T05:00:00Z'],
  ['2027-03-14', 'America/Havana', '2027-03-14T05:00:00Z', '2027-03-15T04:00:00Z'],
  ['2027-11-07', 'America/Havana', '2027-11-07T04:00:00Z', '2027-11-08T05:00:00Z'],
  ['2027-09-05', 'America/Santiago', '2027-09-05T04:00:00Z', '2027-09-06T03:00:00Z'],
  ['2027-04-30', 'Africa/Cairo', '2027-04-29T22:00:00Z', '2027-04-30T21:00:00Z'],
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-05T02:00:00Z'],
  ['2022-03-22', 'Asia/Tehran', '2022-03-21T20:30:00Z', '2022-03-22T19:30:00Z'],
  ['2027-03-28', 'America/Scoresbysund', '2027-03-28T01:00:00Z', '2027-03-29T01:00:00Z'],
  ['2028-02-29', 'Nowhere/Land', '2028-02-29T00:00:00Z', '2028-03-01T00:00:00Z'],
])('%s in %s begins at %s and ends at %s', (day, timezone, start, end) => {
  expect(startOfDay(day, timezone)).toBe(Date.parse(start))
  expect(startOfNextDay(day, timezone)).toBe(Date.parse(end))
  for (const at of [Date.parse(start), Date.parse(end) - 1]) expect(dayOf({ at, timezone })).toBe(day)
  expect(dayOf({ at: Date.parse(end), timezone })).not.toBe(day)
})

test('a day begins at its first moment, in every time zone', () => {
  const anyDay = fc
    .date({ min: new Date('2012-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...Intl.supportedValuesOf('timeZone')), (day, timezone) => {
      const start = startOfDay(day, timezone)
      expect(dayOf({ at: start, timezone }) >= day).toBe(true)
      expect(dayOf({ at: start - 1, timezone }) < day).toBe(true)
    }),
    { numRuns: 3_000 },
  )
})

test('one that a country has left out is over as it begins', () => {
  const over = startOfDay('2011-12-30', 'Pacific/Apia')
  expect(new Date(over).toISOString()).toBe('2011-12-30T10:00:00.000Z')
  expect(startOfNextDay('2011-12-30', 'Pacific/Apia')).toBe(over)
})
