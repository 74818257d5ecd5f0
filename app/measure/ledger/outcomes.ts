import type { ProductId, VariantId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Order } from '#app/commerce/order.ts'
import type { Terms } from '../arms/terms.ts'
import { capped } from '../statistics/cap.ts'
import { netOfOrder } from './net-of-order.ts'

/**
 * What one visitor comes to, in this order. Money is net and in minor units; `capped` is cut off as the epoch's terms say, so that no single
 * visitor decides a verdict.
 */
export const OUTCOMES = [
  /** 1: the sum of it is how many there are. */
  'visitors',
  /** What the visitor had bought before, capped: what CUPED takes out. */
  'before',
  'buyers',
  'orders',
  'revenue',
  'cappedRevenue',
  /** Revenue less what the goods cost, of goods whose cost is known, capped. */
  'profit',
  /** Of the products that were offered, whoever sold them. */
  'offeredRevenue',
  'cappedOffered',
  'offeredProfit',
  'offeredUnits',
  /** Units of offered products whose cost is known. */
  'costedUnits',
  /** Orders that hold an offered product. */
  'attachedOrders',
  /** Pieces of all products, and of all but the offered ones, capped. */
  'units',
  'otherUnits',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export type Outcomes = Readonly<Record<Outcome, number>>

/** One visitor in one epoch and scope. */
export interface Reached {
  /** When each product first had a slot to be shown in, milliseconds. */
  readonly offered: ReadonlyMap<ProductId, number>
  /** The visitor's orders, whenever they were made. */
  readonly orders: readonly Order[]
  /** Orders count from `since` on and before `until`, milliseconds. */
  readonly since: number
  readonly until: number
}

export interface Worth {
  /** What a unit costs the merchant, where that is known. */
  readonly costs: ReadonlyMap<VariantId, Minor>
  readonly terms: Pick<Terms, 'money' | 'units'>
}

/** How far back what a visitor had bought before is looked at. */
const BEFORE = 180 * 24 * 60 * 60 * 1000

/**
 * What a visitor came to since the first page on which a slot had something to show. Both arms are counted alike: an offered product
 * counts from when it first had its slot, whether it was shown or held out, and whoever sold it.
 */
export function outcomesOf({ offered, orders, since, until }: Reached, { costs, terms }: Worth): Outcomes {
  const sums = Object.fromEntries(OUTCOMES.map((name) => [name, 0])) as Record<Outcome, number>
  let before = 0
  for (const order of orders) {
    const lines = netOfOrder(order)
    const net = lines.reduce((sum, line) => sum + line.net, 0)
    if (order.processedAt < since) {
      if (order.processedAt >= since - BEFORE) before += net
      continue
    }
    if (order.processedAt >= until) continue
    const units = lines.reduce((sum, line) => sum + line.units, 0)
    if (units === 0) continue
    let isAttached = false
    for (const line of lines) {
      const cost = line.variant === null ? undefined : costs.get(line.variant)
      const profit = cost === undefined ? 0 : line.net - cost * line.units
      const from = line.product === null ? undefined : offered.get(line.product)
      sums.profit += profit
      if (from === undefined || order.processedAt < from || line.units === 0) continue
      isAttached = true
      sums.offeredRevenue += line.net
      sums.offeredProfit += profit
      sums.offeredUnits += line.units
      if (cost !== undefined) sums.costedUnits += line.units
    }
    sums.buyers = 1
    sums.orders += 1
    sums.units += units
    sums.revenue += net
    if (isAttached) sums.attachedOrders += 1
  }
  const money = (amount: number): number => capped(amount, terms.money)
  return {
    ...sums,
    visitors: 1,
    before: money(before),
    cappedRevenue: money(sums.revenue),
    profit: money(sums.profit),
    cappedOffered: money(sums.offeredRevenue),
    offeredProfit: money(sums.offeredProfit),
    units: capped(sums.units, terms.units),
    otherUnits: capped(sums.units - sums.offeredUnits, terms.units),
  }
}
