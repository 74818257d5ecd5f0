import { expect, it } from 'vitest'
import { epochTold, FIRST_SHARE, LEAST_SHARE, PAGE_LIVES, type Epoch } from './epochs.ts'
import { nextShare } from './next-share.ts'
import { fixTerms } from './terms.ts'

const DAY = 24 * 60 * 60 * 1000
const terms = fixTerms([], 180)
const epoch = (number: number, startsAt: number, share = 0.1): Epoch => ({ number, share, terms, startsAt })

it('lets a page of the last epoch be told of for as long as it may lie in a cache', () => {
  const epochs = [epoch(1, 0), epoch(2, DAY)]
  expect(epochTold(epochs, 1, DAY + PAGE_LIVES)?.number).toBe(1)
  expect(epochTold(epochs, 1, DAY + PAGE_LIVES + 1)).toBeUndefined()
  expect(epochTold(epochs, 2, DAY)?.number).toBe(2)
  expect(epochTold(epochs, 3, DAY)).toBeUndefined()
})

it('holds fewer out once it is known what is brought, never more, and not before two weeks', () => {
  const asked = { board: 'cross-sell', ownShare: null, isKnown: true } as const
  const first = epoch(1, 0, FIRST_SHARE['cross-sell'])
  expect(nextShare({ ...asked, epoch: first, now: 13 * DAY })).toBeNull()
  expect(nextShare({ ...asked, epoch: first, now: 14 * DAY })).toBe(LEAST_SHARE['cross-sell'])
  expect(nextShare({ ...asked, epoch: first, now: 14 * DAY, isKnown: false })).toBeNull()
  expect(nextShare({ ...asked, epoch: epoch(2, 0, LEAST_SHARE['cross-sell']), now: 90 * DAY })).toBeNull()
})

it('follows the merchant at once', () => {
  const asked = { board: 'cross-sell', isKnown: false, now: 1, epoch: epoch(1, 0, 0.1) } as const
  expect([0, 0.1, 0.3].map((ownShare) => nextShare({ ...asked, ownShare }))).toEqual([0, null, 0.3])
})

it('fixes caps by the shop’s own orders, and wide ones where there are few', () => {
  const orders = Array.from({ length: 200 }, (_, at) => ({ value: (at + 1) * 100, units: 1 + (at % 4) }))
  expect(fixTerms(orders, 180)).toMatchObject({ money: { most: 19_800, usual: 10_000 }, units: { most: 4, usual: 2 }, worth: 10 })
  expect(fixTerms(orders.slice(0, 5), 180).money).toEqual({ most: 3_000, usual: 300 })
})
