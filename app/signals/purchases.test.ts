import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPurchase } from '../../test/a/purchase.ts'
import { fairPurchases } from './purchases.ts'

const NOW = 1e12
const many = Array.from({ length: 10_000 }, (_, index) => index + 1)

describe('fairPurchases', () => {
  it('leaves out a trader’s order, an empty one, and one from the future', () => {
    const fair = fairPurchases([aPurchase(1, many), aPurchase(2, []), aPurchase(3, [1, 2]), aPurchase(4, [1, 2], { day: 1e6 })], NOW)
    expect(fair.map(({ order }) => order)).toEqual([3])
  })

  it('lets one customer’s newest orders speak, and every guest', () => {
    const half = Array.from({ length: 100 }, (_, at) => aPurchase(at + 1, [1, 2], { customer: 7, day: at }))
    const guests = Array.from({ length: 100 }, (_, at) => aPurchase(1000 + at, [3]))
    const fair = fairPurchases([...half, ...guests], NOW)
    expect(fair.filter(({ customer }) => customer === null)).toHaveLength(100)
    expect(fair.filter(({ customer }) => customer === 7).map(({ order }) => order)).toEqual(Array.from({ length: 12 }, (_, at) => 89 + at))
  })

  it('does not depend on the order in which orders come', () => {
    const any = fc.uniqueArray(
      fc
        .record({ order: fc.integer({ min: 1, max: 500 }), customer: fc.integer({ min: 1, max: 3 }), day: fc.integer({ min: 0, max: 5 }) })
        .map(({ order, ...rest }) => aPurchase(order, [1], rest)),
      { selector: ({ order }) => order, maxLength: 80 },
    )
    fc.assert(
      fc.property(any, (purchases) => {
        expect(fairPurchases(purchases.toReversed(), NOW)).toEqual(fairPurchases(purchases, NOW))
      }),
    )
  })
})
