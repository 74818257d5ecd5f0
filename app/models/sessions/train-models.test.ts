import { describe, expect, it } from 'vitest'
import { makeSpace } from '#app/models/candidates/basket-space.ts'
import { findLookAlikes } from '#app/models/candidates/look-alikes.ts'
import { aLog } from '../../../test/a/log.ts'
import { rank, trainModels } from './train-models.ts'

/** A shop of ten pairs; every basket is one pair and something of the other twenty. */
function shopOfPairs(baskets: number) {
  const list = Array.from({ length: baskets }, (_, at) => {
    const pair = ((at * 7) % 10) * 2
    return [pair, pair + 1, 20 + ((at * 11) % 20)]
  })
  const titles = Array.from({ length: 40 }, (_, at) => `product ${at}`)
  return { log: aLog(list, { days: 0.2 }), facts: { looks: findLookAlikes(titles, 5), prices: new Float32Array(40).fill(9) } }
}

const query = (item: number) => ({ given: [item], unsold: false, customer: -1, at: 1_000 })

describe('trainModels', () => {
  it('puts the other half of a pair first', () => {
    const { log, facts } = shopOfPairs(180)
    const models = trainModels(log, facts, [{ place: 'product-page', known: false, unsold: false }])
    const space = makeSpace(models.knowledge)
    for (let pair = 0; pair < 20; pair += 2) {
      rank(models, space, 'product-page', query(pair))
      expect(space.ranked.items[0]).toBe(pair + 1)
      rank(models, space, 'product-page', query(pair + 1))
      expect(space.ranked.items[0]).toBe(pair)
      expect([...space.ranked.items.subarray(0, space.ranked.size)]).not.toContain(pair + 1)
    }
  })

  it('is not put off by a product in the cart that was never sold', () => {
    const { log, facts } = shopOfPairs(300)
    const models = trainModels(log, facts, [{ place: 'cart', known: false, unsold: false }])
    const space = makeSpace(models.knowledge)
    const answerTo = (given: number[]) => {
      rank(models, space, 'cart', { ...query(0), given })
      return [...space.ranked.items.subarray(0, 10)]
    }
    const neverSold = 40
    expect(answerTo([0, 5, neverSold])).toEqual(answerTo([0, 5]))
  })

  it('says nothing in a shop of thirty orders, nor in one without any', () => {
    for (const orders of [30, 0]) {
      const { log, facts } = shopOfPairs(orders)
      const models = trainModels(orders === 0 ? aLog([], { products: 40 }) : log, facts, [
        { place: 'product-page', known: false, unsold: false },
        { place: 'cart', known: false, unsold: false },
      ])
      expect(models.rankers.get('product-page')?.ranker).toEqual({ kind: 'nothing' })
      const space = makeSpace(models.knowledge)
      rank(models, space, 'product-page', query(0))
      expect(space.ranked.size).toBe(0)
    }
  })
})
