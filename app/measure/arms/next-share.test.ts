import { expect, it } from 'vitest'
import type { Epoch } from './epochs.ts'
import { nextShare } from './next-share.ts'
import { fixTerms } from './terms.ts'

const DAY = 24 * 60 * 60 * 1000
const anEpoch = (share: number): Epoch => ({ number: 1, share, terms: fixTerms([], 180), startsAt: 0 })
const next = (share: number, rest: Partial<Parameters<typeof nextShare>[0]> = {}) =>
  nextShare({ board: 'cross-sell', epoch: anEpoch(share), ownShare: null, isKnown: false, now: 30 * DAY, ...rest })

it('what the merchant sets holds at once, none at all among it', () => {
  expect(next(0.1, { ownShare: 0.3, now: 0 })).toBe(0.3)
  expect(next(0.1, { ownShare: 0, isKnown: true })).toBe(0)
  expect(next(0.3, { ownShare: 0.3, isKnown: true })).toBeNull()
})

it('left to us it becomes less once it is known what is brought, not before, and not twice', () => {
  expect(next(0.1)).toBeNull()
  expect(next(0.1, { isKnown: true, now: 13 * DAY })).toBeNull()
  expect(next(0.1, { isKnown: true })).toBe(0.05)
  expect(next(0.05, { isKnown: true })).toBeNull()
  expect(next(0.5, { isKnown: true, board: 'personal' })).toBe(0.1)
})

it('left to us again after nobody was held out, it begins anew', () => {
  expect(next(0)).toBe(0.1)
})
