import { expect, it } from 'vitest'
import { makeSpace } from '#app/models/candidates/basket-space.ts'
import { findLookAlikes } from '#app/models/candidates/look-alikes.ts'
import { buildKnowledge } from '#app/models/knowledge.ts'
import { aLog } from '../../../test/a/log.ts'
import { rankUnsold } from './rank-unsold.ts'

it('puts what was never sold beside what its look-alikes were bought with', () => {
  const texts = ['laptop', 'red sleeve', 'garden chair', 'chair cushion', 'blue sleeve', 'green cushion', 'lantern']
  const baskets = Array.from({ length: 80 }, (_, at) => (at % 2 === 0 ? [0, 1] : [2, 3]))
  const looks = findLookAlikes(texts, 5, 4)
  const known = buildKnowledge(aLog(baskets), { looks, prices: new Float32Array(7).fill(Number.NaN) })
  const space = makeSpace(known)
  const first = (given: number) => {
    rankUnsold(known, looks, space, 3, [given])
    return texts[space.ranked.items[0]!]
  }
  expect(first(0)).toBe('blue sleeve')
  expect(first(2)).toBe('green cushion')
})
