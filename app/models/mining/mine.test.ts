import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { fairPurchases, type Purchase } from '#app/signals/purchases.ts'
import { aProduct } from '../../../test/a/product.ts'
import { aPurchase } from '../../../test/a/purchase.ts'
import { aCatalog } from '../../../test/a/shop.ts'
import { mineGroups, mineProducts, type Finding } from './mine.ts'

const kinds = ['Laptop', 'Sleeve', 'Mug'] as const
const prices = { Laptop: 90_000, Sleeve: 3_000, Mug: 900 }
/** Four products of each of three types: laptops are 1 to 4, sleeves 5 to 8, mugs 9 to 12. */
const products = kinds.flatMap((type, at) => [1, 2, 3, 4].map((nth) => aProduct(at * 4 + nth, { type, price: prices[type] })))
const catalog = aCatalog(...products)
const times = (count: number, products: (at: number) => number[], from: number) =>
  Array.from({ length: count }, (_, at) => aPurchase(from + at, products(at)))
const background = [...times(80, (at) => [1 + (at % 8)], 1), ...times(600, (at) => [9 + (at % 4)], 100)]
const habit = times(40, (at) => [1 + (at % 4), 5 + (at % 4)], 1000)

/** What a finding says, with nothing that names a product by its id. */
const said = (findings: readonly Finding[], name: (id: ProductId) => string) =>
  findings.map(({ trigger, offered, ...figures }) => ({
    trigger: trigger.kind === 'product' ? name(trigger.id) : trigger.name,
    offered: offered.kind === 'product' ? name(offered.id) : offered.name,
    ...figures,
  }))

describe('mining', () => {
  it('finds the habit, from the dear to the cheap, with its counts', () => {
    const found = mineGroups([...background, ...habit], catalog)
    expect(found).toMatchObject([
      {
        trigger: { kind: 'type', name: 'Laptop' },
        offered: { kind: 'type', name: 'Sleeve' },
        counts: { together: 40, first: 80, second: 80, orders: 720 },
        buyers: 40,
      },
    ])
    expect(mineProducts([...background, ...habit], catalog).map(({ trigger, offered }) => [trigger, offered])).toEqual(
      expect.arrayContaining(
        [1, 2, 3, 4].map((id) => [
          { kind: 'product', id },
          { kind: 'product', id: id + 4 },
        ]),
      ),
    )
  })

  it('takes the habit of one customer for nobody else’s, however often they buy', () => {
    const one = habit.map((purchase) => ({ ...purchase, customer: 7 as never }))
    const fair = fairPurchases([...background, ...one], 1e12)
    expect([...mineGroups(fair, catalog), ...mineProducts(fair, catalog)]).toEqual([])
  })

  it('finds nothing in little, in singles, and in nothing', () => {
    for (const purchases of [[], background, habit.slice(0, 4), [aPurchase(1, [1])]])
      expect([...mineGroups(purchases, catalog), ...mineProducts(purchases, catalog)]).toEqual([])
  })

  it('does not take for a habit what only the season brought together', () => {
    // Laptops and sleeves sell in the second half-year alone, in baskets that were filled blindly.
    const blind = times(2000, (at) => [9 + ((at * 7) % 4), 9 + ((at * 5 + 1) % 4)], 1)
    const season = times(
      400,
      (at) => [1 + ((at * 3) % 8), 1 + ((at * 5 + 1) % 8)].filter((id, place, all) => all.indexOf(id) === place),
      5000,
    )
    const purchases = [...blind, ...season.map((purchase) => ({ ...purchase, at: purchase.at + 200 * 24 * 3600 * 1000 }))]
    expect(mineGroups(purchases, catalog)).toEqual([])
  })

  const anyPurchases = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }), { maxLength: 30 })
  const among = (drawn: number[][]): Purchase[] => [...background, ...habit, ...drawn.map((of, at) => aPurchase(5000 + at, of))]

  it('says the same of products whatever their ids are', () => {
    fc.assert(
      fc.property(anyPurchases, fc.shuffledSubarray([...products.keys()], { minLength: 12 }), (drawn, order) => {
        const renamed = (id: number) => (order[id - 1]! + 101) as ProductId
        const purchases = among(drawn)
        const others = purchases.map((purchase) => ({ ...purchase, products: purchase.products.map(renamed) }))
        const theirs = aCatalog(...products.map((product) => ({ ...product, id: renamed(product.id) })))
        for (const mine of [mineProducts, mineGroups]) {
          const ours = said(mine(purchases, catalog), (id) => catalog.products[catalog.indexOf(id)!]!.handle)
          expect(said(mine(others, theirs), (id) => theirs.products[theirs.indexOf(id)!]!.handle)).toEqual(ours)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('does not depend on the order in which orders come', () => {
    fc.assert(
      fc.property(anyPurchases, (drawn) => {
        const purchases = among(drawn)
        expect(mineGroups(purchases.toReversed(), catalog)).toEqual(mineGroups(purchases, catalog))
      }),
      { numRuns: 30 },
    )
  })

  it('has the more evidence the more of the same sales were made together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 39 }), (together) => {
        // Single sales of a laptop and of a sleeve become one order of both, and single orders of mugs take their place.
        const sold = (both: number) => [
          ...background,
          ...times(both, () => [1, 5], 1000),
          ...times(40 - both, () => [1, 9], 2000),
          ...times(40 - both, () => [5, 10], 3000),
          ...times(both, () => [9, 10], 4000),
        ]
        const evidence = (both: number) =>
          mineGroups(sold(both), catalog).find(({ offered }) => offered.kind === 'type' && offered.name === 'Sleeve')?.evidence ?? 0
        expect(evidence(together + 1)).toBeGreaterThanOrEqual(evidence(together))
      }),
    )
  })
})
