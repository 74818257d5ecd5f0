import { describe, expect, it } from 'vitest'
import type { TrainedRankers } from '#app/models/evaluation/trained-rankers.ts'
import type { Ranker } from '#app/models/ranker/ranker.ts'
import { writeSnapshot } from '#app/models/snapshot/snapshot.ts'
import { aLog } from '../../test/a/log.ts'
import { luckOf } from '../../test/a/luck.ts'
import { trainShop, type TrainedShop } from './train-shop.ts'

const PRODUCTS = 40
const shelf = {
  texts: Array.from({ length: PRODUCTS }, (_, at) => `product ${at}`),
  prices: new Float32Array(PRODUCTS).fill(9),
  types: Int32Array.from({ length: PRODUCTS }, (_, at) => at),
}

/** Orders of one of ten pairs, some oftener than others, with or without half of the next, and of something else. */
function logOf(orders: number) {
  const luck = luckOf('orders')
  const baskets = Array.from({ length: orders }, () => {
    const pair = Math.floor(11 ** luck.next()) - 1
    return [...new Set([pair * 2, pair * 2 + 1, (pair * 2 + 2) % 20, 20 + luck.below(20)].slice(luck.below(2)))]
  })
  return aLog(baskets, { products: PRODUCTS, days: 0.2 })
}

const train = (orders: number, before: TrainedRankers | null) =>
  trainShop(
    { log: logOf(orders), customerIds: new Float64Array(), features: shelf, before },
    () => 0,
    () => {},
  )
const taughtBy = ({ ranker, next, report }: TrainedShop): TrainedRankers => ({ ranker, next, verdict: report })
const full = train(250, null)

describe('a shop that was taught before', () => {
  it('is told the same by the same orders, without comparing anything anew', () => {
    const update = train(250, taughtBy(full))
    expect(full.report.models.length).toBeGreaterThan(1)
    expect(update.ranker).toBe(full.ranker)
    expect(update.report).toEqual(full.report)
    expect(writeSnapshot(update.lists)).toEqual(writeSnapshot(full.lists))
  })

  it('counts new orders at once, and puts them in the order that it was taught', () => {
    const byWeek: Ranker = { kind: 'single', by: 'week' }
    const update = train(270, { ...taughtBy(full), ranker: byWeek })
    expect(update.report).toMatchObject({ orders: 270, learnt: { orders: 250 }, models: full.report.models })
    expect(update.ranker).toBe(byWeek)
    const anew = train(270, null).lists
    expect(update.lists.bought).toEqual(anew.bought)
    expect(update.lists.neighbours).not.toEqual(anew.neighbours)
  })

  it('is taught anew once there are many more orders', () => {
    expect(train(300, taughtBy(full)).report.learnt.orders).toBe(300)
  })
})
