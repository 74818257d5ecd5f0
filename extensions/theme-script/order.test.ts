import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder, MOST_BYTES, MOST_SEEN, seeing, type Seen } from './order.ts'

const id = fc.integer({ min: 1, max: 40 }).map(String)
const ids = fc.uniqueArray(id, { maxLength: 15 })
const itself = (offer: string) => offer
const anySeen = fc.array(fc.tuple(id, ids), { maxLength: 6 })

test('nothing is lost or added, and what nobody knows anything about stays in its order', () => {
  fc.assert(
    fc.property(ids, anySeen, ids, (offers, seen, passed) => {
      const ordered = inOrder(offers, itself, seen, passed)
      expect(ordered.toSorted()).toEqual(offers.toSorted())
      const isNew = (offer: string) => !passed.includes(offer) && !seen.some(([, near]) => near.includes(offer))
      expect(ordered.filter(isNew)).toEqual(offers.filter(isNew))
      const firstPassed = ordered.findIndex((offer) => passed.includes(offer))
      if (firstPassed >= 0) expect(ordered.slice(firstPassed).every((offer) => passed.includes(offer))).toBe(true)
    }),
  )
})

test('what is near the product looked at last comes before what is near an earlier one', () => {
  const seen: Seen = [
    ['1', ['8', '7']],
    ['2', ['6']],
  ]
  expect(inOrder(['5', '6', '7', '8'], itself, seen, [])).toEqual(['8', '6', '7', '5'])
  expect(inOrder(['5', '6', '7', '8'], itself, seen, ['8'])).toEqual(['6', '7', '5', '8'])
})

test('the newest are kept, each once, and never more than there is room for', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 14n }).map(String), ids), { maxLength: 60 }), (visits) => {
      const kept = visits.reduce<Seen>((seen, [product, near]) => seeing(seen, product, near), [])
      expect(kept.length).toBeLessThanOrEqual(MOST_SEEN)
      expect(JSON.stringify(kept).length).toBeLessThanOrEqual(MOST_BYTES)
      expect(new Set(kept.map(([product]) => product)).size).toBe(kept.length)
      expect(kept[0]?.[0]).toBe(visits.at(-1)?.[0])
    }),
  )
})
