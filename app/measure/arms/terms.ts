import { capOf, type Cap } from '../statistics/cap.ts'

/** What is fixed from a shop's earlier orders before anything is compared, and for as long as an epoch lasts. */
export interface Terms {
  /** What one visitor counts for at the most: of money, in minor units, and of pieces. */
  readonly money: Cap
  readonly units: Cap
  /** The visitors after whom sequences are narrowest. */
  readonly tunedFor: number
  /** The smallest effect that is worth knowing, in minor units for each visitor. */
  readonly worth: number
}

/** An order of the shop's past: what its goods came to, in minor units, and how many pieces. */
export interface PastOrder {
  readonly value: number
  readonly units: number
}

/** How often a verdict may be wrong. */
export const ALPHA = 0.05
/** By when a verdict is to be had, as far as that is for us to choose. */
export const VERDICT_DAYS = 90
/** The largest share of orders of which no arm is known that lets a verdict stand. */
export const MOST_UNKNOWN = 0.5
/** Of visitors, one in so many orders: what is assumed before anybody was counted. */
export const VISITORS_AN_ORDER = 20
const FEWEST_VISITORS = 2_000
/** Of what an order usually comes to. */
const WORTH_KNOWING = 1 / 1_000

/** The terms that a shop's orders of the last `days` days speak for. Of few orders the caps are wide. */
export function fixTerms(orders: readonly PastOrder[], days: number): Terms {
  const money =
    capOf(orders.map(({ value }) => value)) ??
    wideCap(
      orders.map(({ value }) => value),
      5_000,
    )
  const units =
    capOf(orders.map((order) => order.units)) ??
    wideCap(
      orders.map((order) => order.units),
      2,
    )
  const visitors = (orders.length / Math.max(days, 1)) * VERDICT_DAYS * VISITORS_AN_ORDER
  return {
    money,
    units,
    tunedFor: Math.max(FEWEST_VISITORS, Math.round(visitors)),
    worth: Math.max(1, Math.round(money.usual * WORTH_KNOWING)),
  }
}

function wideCap(values: readonly number[], unknown: number): Cap {
  const sorted = values.filter((value) => value > 0).toSorted((a, b) => a - b)
  const usual = sorted[Math.floor(sorted.length / 2)] ?? unknown
  return { most: 10 * usual, usual }
}
