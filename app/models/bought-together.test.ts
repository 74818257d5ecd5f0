import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { packBaskets } from '#app/signals/baskets.ts'
import { trainBoughtTogether } from './bought-together.ts'
import { companionsOf } from './companions.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'

const id = (number: number) => number as ProductId
const times = <Item>(count: number, make: (index: number) => Item) => Array.from({ length: count }, (_, index) => make(index))
const [LAPTOP, SLEEVE, MUG, TEA] = [id(1), id(2), id(3), id(4)]

/** 30 laptops of which 20 with a sleeve, among 200 other orders. */
const orders = [
  ...times(20, () => [LAPTOP, SLEEVE]),
  ...times(10, () => [LAPTOP]),
  ...times(100, () => [MUG]),
  ...times(100, (index) => [id(100 + index)]),
]

const anyOrders = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 12 }).map(id), { minLength: 1, maxLength: 5 }), { maxLength: 80 })

describe('trainBoughtTogether', () => {
  it('finds the pair that chance does not explain, with its counts', () => {
    const companions = companionsOf(trainBoughtTogether(packBaskets(orders)))
    expect(companions(LAPTOP)).toEqual([{ product: SLEEVE, counts: { together: 20, first: 30, second: 20, orders: 230 } }])
    expect(companions(MUG)).toEqual([])
    expect(companions(id(999))).toEqual([])
  })

  it('says nothing of pairs seen twice, however unlikely they are', () => {
    const companions = companionsOf(trainBoughtTogether(packBaskets([...orders, [TEA, id(100)], [TEA, id(100)]])))
    expect(companions(TEA)).toEqual([])
  })

  it('does not take what everybody buys for a companion', () => {
    const everybody = orders.map((order) => [...order, TEA])
    expect(companionsOf(trainBoughtTogether(packBaskets(everybody)))(LAPTOP).map(({ product }) => product)).not.toContain(TEA)
  })

  it('counts as a plain count does, and keeps both directions of a pair', () => {
    fc.assert(
      fc.property(anyOrders, (baskets) => {
        const companions = companionsOf(trainBoughtTogether(packBaskets(baskets)))
        for (const product of new Set(baskets.flat())) {
          for (const { product: other, counts } of companions(product)) {
            expect(counts.together).toBe(baskets.filter((basket) => basket.includes(product) && basket.includes(other)).length)
            expect(counts.first).toBe(baskets.filter((basket) => basket.includes(product)).length)
            expect(companions(other).map((back) => back.product)).toContain(product)
          }
        }
      }),
    )
  })

  it('does not depend on the order of the baskets', () => {
    fc.assert(
      fc.property(anyOrders, (baskets) => {
        const model = (list: typeof baskets) => companionsOf(trainBoughtTogether(packBaskets(list)))
        const [forth, back] = [model(baskets), model(baskets.toReversed())]
        for (const product of new Set(baskets.flat())) {
          const names = (list: ReturnType<typeof forth>) => list.map((companion) => companion.product).sort()
          expect(names(forth(product))).toEqual(names(back(product)))
        }
      }),
    )
  })
})

describe('snapshots', () => {
  const model = trainBoughtTogether(packBaskets(orders))

  it('give back the model they were made of', () => {
    expect(readSnapshot(writeSnapshot(model))).toEqual(model)
    const none = trainBoughtTogether(packBaskets([]))
    expect(readSnapshot(writeSnapshot(none))).toEqual(none)
  })

  it('are refused with a reason when cut, altered in layout or pointing nowhere', () => {
    const bytes = writeSnapshot(model)
    expect(readSnapshot(bytes.slice(0, -1))).toMatch(/bytes long/)
    expect(readSnapshot(bytes.slice(0, 7))).toMatch(/header/)
    expect(readSnapshot(bytes.with(0, 9))).toMatch(/layout/)
    expect(readSnapshot(bytes.with(16 + model.products.length * 8 + 3, 255))).toMatch(/does not hold/)
  })
})
