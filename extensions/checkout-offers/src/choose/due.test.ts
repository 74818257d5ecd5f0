import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProductId } from '../../../../app/commerce/ids.ts'
import { dueOf } from './due.ts'

const DAY = 24 * 60 * 60 * 1000
const [INK, RUG, SOAP] = [1, 2, 3] as ProductId[] as [ProductId, ProductId, ProductId]
const usual = (product: ProductId) => ({ [INK]: 30, [SOAP]: 10 })[product]
const bought = (day: number, ...products: ProductId[]) => ({ at: day * DAY, products })
const due = (day: number, ...orders: ReturnType<typeof bought>[]) => dueOf(orders, usual, day * DAY).map(({ product }) => product)

test('it is time again once the usual wait is over, and no more once somebody has given up', () => {
  expect(due(29, bought(0, INK))).toEqual([])
  expect(due(30, bought(0, INK))).toEqual([INK])
  expect(due(119, bought(0, INK))).toEqual([INK])
  expect(due(120, bought(0, INK))).toEqual([])
  expect(due(400, bought(0, RUG))).toEqual([])
})

test('buying it again starts the wait anew', () => {
  expect(due(35, bought(0, INK), bought(31, INK))).toEqual([])
})

test('a customer’s own habit speaks before everybody’s', () => {
  expect(due(75, bought(0, INK), bought(60, INK))).toEqual([])
  expect(due(121, bought(0, INK), bought(60, INK))).toEqual([INK])
  expect(due(60, bought(0, INK), bought(60, INK), bought(52, INK))).toEqual([])
})

test('what fell due last comes first', () => {
  expect(due(31, bought(0, INK, SOAP))).toEqual([INK, SOAP])
})

test('nothing is due that was not bought, and each thing once', () => {
  const anyOrders = fc.array(
    fc.tuple(fc.nat(200), fc.array(fc.constantFrom(INK, RUG, SOAP), { maxLength: 4 })).map(([day, products]) => bought(day, ...products)),
  )
  fc.assert(
    fc.property(anyOrders, fc.integer({ min: 0, max: 400 }), (orders, day) => {
      const found = due(day, ...orders)
      expect(new Set(found).size).toBe(found.length)
      for (const product of found) {
        expect(orders.some(({ products }) => products.includes(product))).toBe(true)
        expect(usual(product)).toBeDefined()
      }
    }),
  )
})
