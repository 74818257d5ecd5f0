import { expect, it } from 'vitest'
import { firstRetainedDay } from './retention.ts'

it('goes back two years and a month, also over the ends of years and of short months', () => {
  expect(firstRetainedDay(new Date('2026-11-21T23:59:59Z'))).toBe('2024-10-21')
  expect(firstRetainedDay(new Date('2026-01-15T00:00:00Z'))).toBe('2023-12-15')
  expect(firstRetainedDay(new Date('2026-03-31T00:00:00Z'))).toBe('2024-03-02')
})
