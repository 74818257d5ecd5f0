import { describe, expect, it } from 'vitest'
import type { Ranker } from '#app/models/ranker/ranker.ts'
import { aLog } from '../../../test/a/log.ts'
import { stillHolds } from './trained-rankers.ts'

const taughtAt = (at: number, ranker: Ranker = { kind: 'single', by: 'walk' }) => ({
  ranker,
  next: ranker,
  verdict: { learnt: { at, orders: 100 }, replay: null, models: [], serves: null, shown: null },
})
const logOf = (orders: number) => ({ ...aLog(Array.from({ length: orders }, () => [0, 1])), now: 1_000 })

describe('what a shop was taught', () => {
  it('holds for a week', () => {
    expect([1_000, 999, 993.1, 993, 900].map((at) => stillHolds(taughtAt(at), logOf(100)))).toEqual([true, true, true, false, false])
  })

  it('holds while orders have grown or shrunk by a tenth at most', () => {
    expect([89, 90, 110, 111].map((orders) => stillHolds(taughtAt(999), logOf(orders)))).toEqual([false, true, true, false])
  })

  it('holds for a day while they have by a half at most', () => {
    expect([49, 50, 150, 151].map((orders) => stillHolds(taughtAt(999.1), logOf(orders)))).toEqual([false, true, true, false])
  })

  it('is no more where it was nothing, or comes from the future', () => {
    expect(stillHolds(taughtAt(999, { kind: 'nothing' }), logOf(100))).toBe(false)
    expect(stillHolds(taughtAt(1_001), logOf(100))).toBe(false)
  })
})
