import { expect, it } from 'vitest'
import type { ProductId, VariantId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import { aLine, aReadOrder } from '../../../test/a/order.ts'
import { outcomesOf, type Reached } from './outcomes.ts'

const DAY = 24 * 60 * 60 * 1000
const [TOY, CELLS] = [1, 2].map((id) => ({ productId: id as ProductId, variantId: id as VariantId }))
const wide = { most: 1_000_000, usual: 1_000 }
const worth = { costs: new Map([[2 as VariantId, 400 as Minor]]), terms: { money: wide, units: wide } }
const offered = (at = 10 * DAY) => new Map([[2 as ProductId, at]])
const count = (reached: Partial<Reached>, terms = worth.terms) =>
  outcomesOf({ offered: offered(), orders: [], since: 10 * DAY, until: 40 * DAY, ...reached }, { ...worth, terms })
const both = (processedAt: number) => aReadOrder({ processedAt, lines: [aLine(TOY), aLine({ ...CELLS, quantity: 2 }, 1)] })

it('counts a visitor who bought nothing', () => {
  expect(count({})).toMatchObject({ visitors: 1, buyers: 0, orders: 0, revenue: 0, cappedOffered: 0, before: 0 })
})

it('tells what was offered from the rest, whoever sold it', () => {
  expect(count({ orders: [both(11 * DAY)] })).toMatchObject({
    buyers: 1,
    orders: 1,
    revenue: 3_000,
    units: 3,
    offeredRevenue: 2_000,
    offeredUnits: 2,
    offeredProfit: 1_200,
    profit: 1_200,
    costedUnits: 2,
    otherUnits: 1,
    attachedOrders: 1,
  })
})

it('lays to the time before what was bought before, and to nothing what was bought too late or too long ago', () => {
  const orders = [both(9 * DAY), both(40 * DAY), both(-171 * DAY)]
  expect(count({ orders })).toMatchObject({ before: 3_000, orders: 0, revenue: 0 })
})

it('counts an offered product from when it first had its slot', () => {
  expect(count({ orders: [both(11 * DAY)], offered: offered(12 * DAY) })).toMatchObject({
    offeredRevenue: 0,
    attachedOrders: 0,
    revenue: 3_000,
  })
})

it('cuts a visitor off at the cap, all orders together, and keeps the sum as it was beside it', () => {
  const cap = { most: 2_500, usual: 1_000 }
  expect(count({ orders: [both(11 * DAY), both(12 * DAY)] }, { money: cap, units: wide })).toMatchObject({
    revenue: 6_000,
    cappedRevenue: 2_500,
    offeredRevenue: 4_000,
    cappedOffered: 2_500,
  })
})

it('counts nothing of an order of which nothing is left', () => {
  const back = aReadOrder({ processedAt: 11 * DAY, lines: [aLine({ ...CELLS, currentQuantity: 0 })] })
  expect(count({ orders: [back] })).toMatchObject({ buyers: 0, orders: 0, attachedOrders: 0 })
})
