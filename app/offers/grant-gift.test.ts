import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyCart } from '../../test/a/any-cart.ts'
import type { Cart } from './cart.ts'
import type { ProductDeals } from './deal.ts'
import { discountsFor } from './discounts-for.ts'

/** Beside every product the same rule gives one of two others. */
const gifts = (from: object) =>
  ({
    v: 1,
    currency: 'EUR',
    deals: [{ rule: 'gifts', stack: 'alone', discount: { kind: 'gift', from }, offered: [3, 4] }],
  }) as unknown as ProductDeals
const price = (cart: Cart, from: object) => discountsFor(cart, () => gifts(from))
const worthOf = ({ lines }: Cart) => lines.reduce((sum, line) => sum + line.price * line.quantity, 0)

it('makes one piece of an order free, all of it, as long as everything else comes to the amount', () => {
  let given = 0
  fc.assert(
    fc.property(anyCart, fc.integer({ min: 1, max: 9_000 }), (cart, cents) => {
      const off = price({ ...cart, currency: 'EUR', rate: 1 }, { EUR: (cents / 100).toFixed(2) })
      expect(off.length).toBeLessThanOrEqual(1)
      const chosen = cart.lines.filter(({ product, price: each }) => (product === 3 || product === 4) && each > 0)
      const others = chosen.filter((line) => worthOf(cart) - line.price >= cents)
      expect(off.length).toBe(others.length > 0 ? 1 : 0)
      for (const { line, quantity, total } of off) {
        expect(quantity).toBe(1)
        expect(total).toBe(Math.max(...others.map((one) => one.price)))
        expect(worthOf(cart) - total).toBeGreaterThanOrEqual(cents)
        expect(others.map(({ id }) => id)).toContain(line)
        given += 1
      }
    }),
  )
  expect(given).toBeGreaterThan(10)
})

it('gives nothing in a currency for which no amount is named: no rate says what a merchant would', () => {
  fc.assert(
    fc.property(anyCart, (cart) => {
      if (cart.currency !== 'EUR') expect(price(cart, { EUR: '0.01' })).toEqual([])
    }),
  )
})
