import { describe, expect, it } from 'vitest'
import type { Sessions } from '#app/signals/sessions.ts'
import { makeSessionSpace, rankNext, trainSessions } from './train-sessions.ts'

/** Visits over thirty products, each walking on from one product to the next, from somewhere. */
function walks(visits: number): Sessions {
  const starts = Uint32Array.from({ length: visits + 1 }, (_, visit) => visit * 4)
  const items = Uint32Array.from({ length: visits * 4 }, (_, click) => (Math.floor(click / 4) * 7 + (click % 4)) % 30)
  return { products: 30, starts, items, at: Float64Array.from({ length: visits }, (_, visit) => visit / 100), now: visits / 100 }
}

describe('trainSessions', () => {
  it('knows where a walk goes on', () => {
    for (const visits of [60, 1_500]) {
      const models = trainSessions(walks(visits))
      expect(models.trees === null).toBe(visits === 60)
      const space = makeSessionSpace(models.index)
      for (const from of [3, 12, 20]) {
        rankNext(models, space, [from, from + 1])
        const unseen = [...space.ranked.items.subarray(0, space.ranked.size)].filter((item) => item !== from && item !== from + 1)
        expect(unseen[0]).toBe(from + 2)
      }
    }
  })

  it('has no answer where nothing was seen, or nothing is known', () => {
    const models = trainSessions(walks(60))
    const space = makeSessionSpace(models.index)
    rankNext(models, space, [])
    expect(space.ranked.size).toBe(0)
    const none = trainSessions({ products: 3, starts: new Uint32Array(1), items: new Uint32Array(0), at: new Float64Array(0), now: 0 })
    const empty = makeSessionSpace(none.index)
    rankNext(none, empty, [1])
    expect(empty.ranked.size).toBe(0)
  })
})
