import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPurchase } from '../../test/a/purchase.ts'
import type { BasketLog } from './basket-log.ts'
import { packLog } from './pack-log.ts'
import { fairPurchases, type Purchase } from './purchases.ts'

const DAY = 24 * 60 * 60 * 1000
const NOW = 40 * DAY

/** As the database hands orders over. */
function pack(purchases: readonly Purchase[]): BasketLog {
  const packer = packLog(NOW)
  for (const purchase of purchases.toSorted((a, b) => b.at - a.at || b.order - a.order)) packer.take(purchase)
  return packer.pack()
}

const anyPurchases = fc.uniqueArray(
  fc
    .record({
      order: fc.integer({ min: 1, max: 900 }),
      products: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 55 }),
      customer: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      day: fc.integer({ min: 0, max: 45 }),
    })
    .map(({ order, products, customer, day }) => aPurchase(order, products, { day, ...(customer !== undefined && { customer }) })),
  { selector: ({ order }) => order, maxLength: 400 },
)

describe('packLog', () => {
  it('holds the orders that are fair, oldest first, and nothing else', () => {
    fc.assert(
      fc.property(anyPurchases, (purchases) => {
        const log = pack(purchases)
        const fair = fairPurchases(purchases, NOW)
        const baskets = Array.from(log.at, (_, basket) =>
          [...log.items.subarray(log.starts[basket]!, log.starts[basket + 1]!)].map((item) => log.products[item]!),
        )
        expect(baskets).toEqual(fair.map(({ products }) => products))
        expect([...log.at]).toEqual(fair.map(({ at }) => at / DAY))
        expect(log.products).toEqual([...new Set(fair.flatMap(({ products }) => products))].sort((a, b) => a - b))
        const known = fair.flatMap(({ customer }) => customer ?? [])
        expect(log.customerCount).toBe(new Set(known).size)
        expect(new Set(Array.from(log.customers, (customer, basket) => `${customer} ${fair[basket]!.customer ?? -1}`)).size).toBe(
          new Set(fair.map(({ customer }) => customer)).size,
        )
      }),
    )
  })
})
