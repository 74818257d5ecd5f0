import { expect, it } from 'vitest'
import { isFlooded } from './flood.ts'

const days = (...visitors: number[]) => visitors.map((count, at) => ({ day: String(at), visitors: count }))

it('takes a day of many times the usual for made up', () => {
  expect(isFlooded(days(100, 110, 90, 100, 100_000))).toBe(true)
})

it('takes a busy day, a growing shop or a small one for what it is', () => {
  expect(isFlooded(days(100, 110, 90, 100, 450))).toBe(false)
  expect(isFlooded(days(100, 200, 400, 800, 1_600, 3_200))).toBe(false)
  expect(isFlooded(days(1, 1, 1, 1, 250))).toBe(false)
  expect(isFlooded(days(40_000))).toBe(false)
})
