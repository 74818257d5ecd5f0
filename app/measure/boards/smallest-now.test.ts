import { expect, it } from 'vitest'
import { smallestNow, type Outlook } from './smallest-now.ts'

const outlook: Outlook = { spread: { mean: 20, variance: 90_000 }, visitorsPerDay: 1_000, isExpected: false }

it('says nothing where nothing is bought, or nobody is held out, or everybody', () => {
  const nothing = { days: 90, effect: null, lift: null, shareForHalf: null }
  expect(smallestNow({ ...outlook, spread: null }, 0.1, 90)).toEqual(nothing)
  expect(smallestNow(outlook, 0, 90)).toEqual(nothing)
  expect(smallestNow(outlook, 1, 90)).toEqual(nothing)
  expect(smallestNow({ ...outlook, visitorsPerDay: 0 }, 0.1, 90)).toEqual(nothing)
})

it('tells smaller effects the more are held out, the more come and the longer it takes', () => {
  const effectOf = (share: number, days = 90, visitorsPerDay = 1_000) => smallestNow({ ...outlook, visitorsPerDay }, share, days).effect!
  expect(effectOf(0.5)).toBeLessThan(effectOf(0.1))
  expect(effectOf(0.1, 180)).toBeLessThan(effectOf(0.1))
  expect(effectOf(0.1, 90, 4_000)).toBeLessThan(effectOf(0.1))
})

it('says how it compares with what is bought anyway, and what tells half of it', () => {
  const { effect, lift, shareForHalf } = smallestNow(outlook, 0.1, 90)
  expect(lift).toBe(effect! / 20)
  if (shareForHalf !== null) expect(smallestNow(outlook, shareForHalf, 90).effect).toBeLessThanOrEqual(effect! / 2)
})
