import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Minor } from '#app/commerce/money.ts'
import type { Order } from '#app/commerce/order.ts'
import { aLine, aReadOrder } from '../../../test/a/order.ts'
import { netOfOrder } from './net-of-order.ts'

const minor = (amount: number) => amount as Minor
const netsOf = (order: Order) => netOfOrder(order).map(({ net }) => net)

it('takes off discounts, and the taxes that prices hold', () => {
  const line = aLine({ quantity: 2, unitPrice: minor(1190), discount: minor(380), tax: minor(319) })
  expect(netsOf(aReadOrder({ lines: [line] }))).toEqual([1681])
  expect(netsOf(aReadOrder({ lines: [line], taxesIncluded: false }))).toEqual([2000])
})

it('counts what was not sent back, with its part of the discount', () => {
  expect(netsOf(aReadOrder({ lines: [aLine({ quantity: 3, currentQuantity: 1, discount: minor(100) })] }))).toEqual([967])
})

it('divides what was given back beyond the goods, to the last cent', () => {
  const lines = [aLine({ unitPrice: minor(100) }), aLine({ unitPrice: minor(100) }, 1), aLine({ unitPrice: minor(100) }, 2)]
  expect(netsOf(aReadOrder({ lines, adjustment: minor(-100) })).reduce<number>((sum, net) => sum + net, 0)).toBe(200)
})

it('counts nothing of a cancelled order', () => {
  expect(netOfOrder(aReadOrder({ cancelledAt: 5, lines: [aLine({ quantity: 2 })] }))).toMatchObject([{ net: 0, units: 0 }])
})

/** An order's life, told a second way: every piece by itself, in integers, with what happened to it. */
const history = fc.record({
  taxesIncluded: fc.boolean(),
  isCancelled: fc.boolean(),
  beyond: fc.integer({ min: -50, max: 50 }),
  lines: fc.array(
    fc.record({
      price: fc.integer({ min: 0, max: 500_000 }),
      pieces: fc.array(fc.constantFrom('kept', 'kept', 'edited away', 'refunded'), { minLength: 1, maxLength: 12 }),
      offPercent: fc.constantFrom(0, 0, 10, 33),
      taxPercent: fc.constantFrom(0, 7, 19, 20),
    }),
    { minLength: 1, maxLength: 8 },
  ),
})

it('agrees to the minor unit with what is left of every piece, over 100,000 histories', () => {
  fc.assert(
    fc.property(history, ({ taxesIncluded, isCancelled, beyond, lines }) => {
      const made = lines.map(({ price, pieces, offPercent, taxPercent }, at) => {
        const whole = price * pieces.length
        const discount = Math.floor((whole * offPercent) / 100)
        const paid = whole - discount
        const tax = taxesIncluded ? paid - Math.round((paid * 100) / (100 + taxPercent)) : Math.round((paid * taxPercent) / 100)
        const kept = pieces.filter((piece) => piece === 'kept').length
        // Halves of a cent go up, as money is rounded where it is divided by pieces.
        const part = (amount: number) => Number((2n * BigInt(amount) * BigInt(kept) + BigInt(pieces.length)) / (2n * BigInt(pieces.length)))
        return {
          line: aLine(
            { quantity: pieces.length, currentQuantity: kept, unitPrice: minor(price), discount: minor(discount), tax: minor(tax) },
            at,
          ),
          left: price * kept - part(discount) - (taxesIncluded ? part(tax) : 0),
        }
      })
      const left = made.reduce((sum, one) => sum + one.left, 0)
      const expected = isCancelled ? 0 : left > 0 ? left + beyond : left
      const order = aReadOrder({
        taxesIncluded,
        cancelledAt: isCancelled ? 1 : null,
        adjustment: minor(beyond),
        lines: made.map(({ line }) => line),
      })
      expect(netsOf(order).reduce<number>((sum, net) => sum + net, 0)).toBe(expected)
    }),
    { numRuns: 100_000 },
  )
})
