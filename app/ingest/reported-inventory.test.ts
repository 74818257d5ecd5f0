import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ReportedProduct } from './product-digest.ts'
import { reportedInventory, type HeldProduct } from './reported-inventory.ts'

const holding = (stock: HeldProduct['stock'], more: Partial<HeldProduct> = {}): HeldProduct => ({
  ...{ digest: 'same', stock, available: stock.map((pieces) => pieces === null || pieces > 0), isActive: true, updatedAt: 10_000 },
  ...more,
})
const telling = (pieces: readonly number[], more: Partial<ReportedProduct> = {}): ReportedProduct => ({
  ...{ digest: 'same', pieces, sellsOn: pieces.map(() => false), restAt: null, updatedAt: 20_000 },
  ...more,
})

it('keeps what is not counted uncounted, whatever number a delivery names', () => {
  expect(reportedInventory(telling([4, 0, -3]), holding([5, null, null]))).toEqual([4, null, null])
})

it('keeps what it knows of variants that a delivery only names', () => {
  expect(reportedInventory(telling([4], { restAt: 9_000 }), holding([5, 7, null]))).toEqual([4, 7, null])
})

it.each([
  ['anything but the stock', telling([4], { digest: 'another' }), holding([5])],
  ['a variant that it only names', telling([4], { restAt: 10_000 }), holding([5, 7])],
  ['the last piece', telling([0]), holding([5])],
  ['pieces of what was sold out', telling([3]), holding([0])],
  ['that a sold-out one sells on', telling([0], { sellsOn: [true] }), holding([0])],
])('has Shopify asked where a delivery tells of %s', (_what, told, held) => {
  expect(reportedInventory(told, held)).toBeUndefined()
})

it('does not mind what a draft could sell', () => {
  expect(reportedInventory(telling([3]), holding([0], { isActive: false, available: [false] }))).toEqual([3])
})

it('never makes a variant more or fewer, nor one counted that was not', () => {
  const variants = fc.array(fc.option(fc.integer({ min: 1, max: 99 })), { minLength: 1, maxLength: 260 })
  fc.assert(
    fc.property(variants, fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 260 }), (stock, pieces) => {
      const after = reportedInventory(telling(pieces.slice(0, stock.length), { restAt: 0 }), holding(stock))
      expect(after?.map((one) => one === null)).toEqual(stock.map((one) => one === null))
    }),
  )
})
