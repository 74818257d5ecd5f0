import { expect, it } from 'vitest'
import { sumsOf } from '../../../test/a/estimate.ts'
import { interaction, type TwoByTwo } from './interaction.ts'

const cell = (worth: number) => sumsOf(Array.from({ length: 200 }, (_, nth) => [worth + (nth % 2)] as const))
/** 10 without either; 2 more with the first, 3 more with the second, and 4 more with both. */
const EPOCH: TwoByTwo = { both: cell(19), firstOnly: cell(12), secondOnly: cell(13), neither: cell(10), firstShare: 0.1, secondShare: 0.5 }

it('finds both effects as the other stands, and what they have together', () => {
  const found = interaction([EPOCH], 'mean')!
  expect(found.first.effect).toBeCloseTo(2 + 0.5 * 4)
  expect(found.second.effect).toBeCloseTo(3 + 0.9 * 4)
  expect(found.together.effect).toBeCloseTo(4)
  expect(found.first.visitors).toBe(800)
})

it('is surer of an effect than of an interaction', () => {
  const { first, together } = interaction([EPOCH], 'mean')!
  expect(together.variance).toBeCloseTo(4 * first.variance, 6)
})

it('pools epochs, and is none where one of the four has too few', () => {
  const twice = interaction([EPOCH, EPOCH], 'mean')!
  expect(twice.together.effect).toBeCloseTo(4)
  expect(twice.together.variance).toBeCloseTo(interaction([EPOCH], 'mean')!.together.variance / 2, 3)
  expect(interaction([{ ...EPOCH, neither: sumsOf([[10]]) }], 'mean')).toBeNull()
  expect(interaction([], 'mean')).toBeNull()
})
