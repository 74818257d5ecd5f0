import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fewestDays } from './fewest-days.ts'

it('finds the first day, and gives up after ten years', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 3_650 }), (first) => fewestDays((days) => days >= first) === first))
  expect(fewestDays((days) => days > 3_650)).toBeNull()
})
