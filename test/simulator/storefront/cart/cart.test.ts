import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addLine, emptyCart, lineKey, quantityOf, setQuantity } from './cart.ts'
import type { CartLine } from './cart.ts'

const lines = fc.array(
  fc.record({
    variantId: fc.integer({ min: 1, max: 3 }),
    quantity: fc.integer({ min: 1, max: 5 }),
    properties: fc.dictionary(fc.constantFrom('a', 'b', '_c'), fc.constantFrom('x', 'y')),
  }),
)

const filled = (added: readonly CartLine[]) => added.reduce(addLine, emptyCart('t'))

test('no piece is lost, and no two lines have one key', () => {
  fc.assert(
    fc.property(lines, (added) => {
      const cart = filled(added)
      for (const variantId of [1, 2, 3]) {
        const wanted = added.filter((line) => line.variantId === variantId).reduce((sum, line) => sum + line.quantity, 0)
        expect(quantityOf(cart, variantId)).toBe(wanted)
      }
      expect(new Set(cart.lines.map(lineKey)).size).toBe(cart.lines.length)
    }),
  )
})

test('the order in which properties were written makes no difference', () => {
  const one = lineKey({ variantId: 1, properties: { a: 'x', b: 'y' } })
  expect(lineKey({ variantId: 1, properties: { b: 'y', a: 'x' } })).toBe(one)
  expect(lineKey({ variantId: 1, properties: { a: 'x' } })).not.toBe(one)
})

test('a quantity of nothing removes the line and no other', () => {
  const cart = filled([
    { variantId: 1, quantity: 2, properties: {} },
    { variantId: 2, quantity: 1, properties: {} },
  ])
  expect(setQuantity(cart, lineKey({ variantId: 1, properties: {} }), 0).lines.map((line) => line.variantId)).toEqual([2])
})
