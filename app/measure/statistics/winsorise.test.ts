import { expect, it } from 'vitest'
import { capOf, winsorised } from './winsorise.ts'

const upTo = (most: number) => Array.from({ length: most }, (_, nth) => nth + 1)

it('caps at the value that one order in a hundred exceeds', () => {
  expect(capOf(upTo(200).toReversed())).toBe(198)
  expect(capOf([...upTo(99), 1e6])).toBe(99)
})

it('has no cap from too few orders, free ones not counted', () => {
  expect(capOf(upTo(99))).toBeNull()
  expect(capOf([...upTo(99), 0, 0])).toBeNull()
})

it('leaves what is below as it is, and cuts on either side', () => {
  expect([5, 10, 11, -3, -1e9].map((value) => winsorised(value, 10))).toEqual([5, 10, 10, -3, -10])
})
