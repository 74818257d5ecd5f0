import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { buildKnowledge } from '#app/models/knowledge.ts'
import { countCoBuyers } from '#app/models/pairs/co-buyers.ts'
import { companionsOf } from '#app/models/pairs/companions.ts'
import { trainShop } from '#app/models/train-shop.ts'
import type { BasketLog } from '#app/signals/basket-log.ts'
import { aLog } from '../../../test/a/log.ts'
import { luckOf } from '../../../test/a/luck.ts'
import { makeSpace } from './basket-space.ts'
import { findLookAlikes } from './look-alikes.ts'
import { listPages } from './page-lists.ts'

const times = <Item>(count: number, make: (index: number) => Item) => Array.from({ length: count }, (_, index) => make(index))
const [LAPTOP, SLEEVE, MUG, TEA] = [1, 2, 3, 4] as [number, number, number, number]

/** What a shop with these baskets of ids (from 1 on, a tenth of a day apart) shows beside each; by customers where they are told. */
function listsOf(baskets: readonly (readonly number[])[], { customers = [] as readonly number[], sameType = false, products = 0 } = {}) {
  const indexes = baskets.map((basket) => basket.map((id) => id - 1))
  const most = baskets.flat().reduce((one, other) => Math.max(one, other), products)
  const plain = aLog(indexes, { days: 0.1, products: most })
  const log: BasketLog =
    customers.length === 0 ? plain : { ...plain, customers: Int32Array.from(customers), customerCount: Math.max(...customers) + 1 }
  const shelf = {
    texts: times(most, () => ''),
    prices: new Float32Array(most),
    types: Int32Array.from(times(most, (at) => (sameType ? 0 : at))),
  }
  const companions = companionsOf(
    trainShop(
      { log, customerIds: new Float64Array(), features: shelf, before: null },
      () => 0,
      () => {},
    ).lists,
  )
  return (id: number) => companions(id as ProductId)
}

/** 30 laptops of which 20 with a sleeve, among 200 other orders. */
const orders = [
  ...times(20, () => [LAPTOP, SLEEVE]),
  ...times(10, () => [LAPTOP]),
  ...times(100, () => [MUG]),
  ...times(100, (index) => [100 + index]),
]

const anyOrders = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }), { maxLength: 80 })

describe('what stands beside a product', () => {
  it('is the pair that chance does not explain, with its counts', () => {
    const beside = listsOf(orders)
    expect(beside(LAPTOP)).toEqual([{ product: SLEEVE, counts: { together: 20, first: 30, second: 20, orders: 230 } }])
    expect(beside(MUG)).toEqual([])
    expect(beside(9_999)).toEqual([])
  })

  it.each([255, 256, 65_535, 65_536])('counts %i orders together as so many', (together) => {
    const many = [...times(together, () => [LAPTOP, SLEEVE]), ...times(together, (at) => [MUG + (at % 9)])]
    expect(listsOf(many)(LAPTOP)).toEqual([
      { product: SLEEVE, counts: { together, first: together, second: together, orders: 2 * together } },
    ])
  })

  it('is nothing that was seen twice, however unlikely it is', () => {
    expect(listsOf([...orders, [TEA, 100], [TEA, 100]])(TEA)).toEqual([])
  })

  it('is nothing that everybody buys', () => {
    const beside = listsOf(orders.map((order) => [...order, TEA]))
    expect(beside(LAPTOP).map(({ product }) => product)).not.toContain(TEA)
  })

  it('is nothing that one customer alone bought, were it half of all orders', () => {
    const half = [...times(50, () => [LAPTOP, SLEEVE]), ...times(50, (at) => [10 + at])]
    const byOne = times(100, (at) => (at < 50 ? 0 : -1))
    const byFive = times(100, (at) => (at < 50 ? at % 5 : -1))
    expect(listsOf(half, { customers: byOne })(LAPTOP)).toEqual([])
    expect(listsOf(half, { customers: byFive })(LAPTOP)).toHaveLength(1)
  })

  it('is nothing that shoppers take in its place', () => {
    // Ten customers take one tea or the other, and nine guests, for once, both.
    const teas = [...times(20, (at) => [at % 2 ? TEA : MUG]), ...times(9, () => [TEA, MUG]), ...times(400, (at) => [5 + (at % 20)])]
    const customers = times(429, (at) => (at < 20 ? at >> 1 : -1))
    expect(listsOf(teas, { customers, sameType: true })(TEA)).toEqual([])
    expect(listsOf(teas, { customers })(TEA)).toHaveLength(1)
  })

  it('is nothing in a shop of thirty orders without a habit, nor in one without any', () => {
    const beside = listsOf(times(30, (at) => [1 + (at % 7), 8 + (at % 5), 13 + (at % 3)]))
    for (let id = 1; id <= 15; id++) expect(beside(id)).toEqual([])
    expect(listsOf([])(LAPTOP)).toEqual([])
  })

  it('is hardly ever anything where baskets are drawn blindly, some products far more often than others', () => {
    const luck = luckOf('blind')
    const log = aLog(
      times(3_000, () => [...new Set(times(4, () => Math.floor(400 ** luck.next())))]),
      { products: 400 },
    )
    const looks = findLookAlikes(
      times(400, () => ''),
      1,
    )
    const known = buildKnowledge(log, { looks, prices: new Float32Array(400) })
    const sources = { known, space: makeSpace(known), coBuyers: countCoBuyers(log), types: new Int32Array(400) }
    const { starts } = listPages({ ...sources, ranker: { kind: 'nothing' } }, { usual: new Float32Array(400).fill(Number.NaN) })
    expect(times(400, (at) => starts[at + 1]! - starts[at]!).filter((length) => length > 0).length).toBeLessThan(20)
  })

  it('is counted as by hand, and stands both ways', () => {
    fc.assert(
      fc.property(anyOrders, (baskets) => {
        const beside = listsOf(baskets)
        for (const product of new Set(baskets.flat())) {
          for (const { product: other, counts } of beside(product)) {
            expect(counts.together).toBe(baskets.filter((basket) => basket.includes(product) && basket.includes(other)).length)
            expect(counts.first).toBe(baskets.filter((basket) => basket.includes(product)).length)
            expect(beside(other).map((back) => back.product)).toContain(product)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('never goes because the two were bought together once more', () => {
    fc.assert(
      fc.property(anyOrders, (baskets) => {
        const has = (list: typeof baskets) => listsOf(list, { products: 12 })(1).some(({ product }) => product === 2)
        if (has(baskets)) expect(has([...baskets, [1, 2]])).toBe(true)
      }),
      { numRuns: 40, examples: [[[...orders.map((order) => order.map((id) => Math.min(id, 12)))]]] },
    )
  })

  it('is the same whatever products are called', () => {
    fc.assert(
      fc.property(
        anyOrders,
        fc.shuffledSubarray(
          times(12, (at) => at + 1),
          { minLength: 12 },
        ),
        (baskets, names) => {
          const plain = listsOf(baskets, { products: 12 })
          const renamed = listsOf(
            baskets.map((basket) => basket.map((id) => names[id - 1]!)),
            { products: 12 },
          )
          for (let id = 1; id <= 12; id++) {
            const expected = plain(id).map(({ product, counts }) => ({ product: names[product - 1]!, counts }))
            expect(new Set(renamed(names[id - 1]!).map((one) => JSON.stringify(one)))).toEqual(
              new Set(expected.map((one) => JSON.stringify(one))),
            )
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})
