import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CustomerId, LineId, OrderId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Order } from '#app/commerce/order.ts'
import { newestOf, ordersToRefetch } from './orders-to-refetch.ts'

const line = (id: number, currentQuantity: number) => ({
  id: id as LineId,
  productId: null,
  variantId: null,
  quantity: 5,
  currentQuantity,
  unitPrice: 100 as Minor,
  discount: 0 as Minor,
  tax: 0 as Minor,
  soldBy: null,
  bundle: null,
})
const order = (id: number, updatedAt: number, left: number, customer: number | null = null): Order => ({
  id: id as OrderId,
  customerId: customer as CustomerId | null,
  processedAt: 0,
  isTest: false,
  taxesIncluded: true,
  channel: 'web',
  adjustment: 0 as Minor,
  visit: null,
  updatedAt,
  cancelledAt: null,
  lines: [line(1, left), line(2, 1)],
})

test('two states of one second that say different things are in doubt, held or arrived', () => {
  expect(ordersToRefetch([order(1, 10, 5), order(1, 10, 4)], [])).toEqual([1])
  expect(ordersToRefetch([order(1, 10, 5)], [order(1, 10, 4)])).toEqual([1])
  expect(ordersToRefetch([order(1, 10, 5), order(2, 10, 4)], [])).toEqual([])
})

test('the same said twice is not, nor an older state, nor whose it is, nor the order of lines', () => {
  const turned = { ...order(1, 10, 5), lines: order(1, 10, 5).lines.toReversed() }
  expect(ordersToRefetch([order(1, 10, 5), order(1, 10, 5, 7), turned], [order(1, 9, 4)])).toEqual([])
  expect(ordersToRefetch([order(1, 9, 5), order(1, 9, 4), order(1, 10, 3)], [])).toEqual([])
  expect(ordersToRefetch([order(1, 9, 5)], [order(1, 10, 3)])).toEqual([])
})

test('without doubt the newest is the same in whatever order the states came', () => {
  const states = fc.array(
    fc.tuple(fc.constantFrom<OrderId>(1 as OrderId, 2 as OrderId), fc.nat(4)).map(([id, at]) => order(id, at, at % 3)),
    { maxLength: 10 },
  )
  fc.assert(
    fc.property(states, fc.nat(), (arrived, turn) => {
      expect(ordersToRefetch(arrived, [])).toEqual([])
      const shuffled = [...arrived.slice(turn % (arrived.length || 1)), ...arrived.slice(0, turn % (arrived.length || 1))]
      const byId = (orders: Order[]) => orders.toSorted((a, b) => a.id - b.id)
      expect(byId(newestOf(shuffled))).toEqual(byId(newestOf(arrived)))
    }),
  )
})
