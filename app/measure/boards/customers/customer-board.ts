import type { CustomerId } from '#app/commerce/ids.ts'
import type { CustomerOrder } from '#app/signals/customer-order.ts'
import { ALPHA, type Terms } from '../../arms/terms.ts'
import { capped } from '../../statistics/cap.ts'
import { estimate } from '../../statistics/estimate.ts'
import { interaction } from '../../statistics/interaction.ts'
import { sequence, type Interval } from '../../statistics/interval.ts'
import { quantile } from '../../statistics/normal.ts'
import { sampleRatio } from '../../statistics/sample-ratio.ts'
import { NOBODY, ofVisitor, plus, type Stratum, type Sums } from '../../statistics/sums.ts'
import { survival, type Happened, type Survival } from '../../statistics/survival.ts'
import { compared, type Compared } from '../cross-sell-board.ts'

/** By when customers have come back, days. */
export const BACK_WITHIN = [30, 60, 90, 180] as const
/** Days from a customer's first order that are compared: those of whom that is not over do not count yet. */
export const WINDOW_DAYS = 90
const BEFORE_DAYS = 180
const DAY = 24 * 60 * 60 * 1000

/** How many customers have ordered again by a day, of whom nothing was held out and of the others. */
export interface CameBack {
  readonly days: number
  readonly shown: number
  readonly heldOut: number
  /** Of the difference, true if this is the only look. */
  readonly interval: Interval
}

/** What customers who first ordered in a month came to within the window. */
export interface Cohort {
  /** `2026-11` */
  readonly month: string
  readonly shown: { readonly customers: number; readonly value: number }
  readonly heldOut: { readonly customers: number; readonly value: number }
}

/** The personalisation board: what customers come to over time, of whom what is personal was shown and from whom it was held out. */
export interface CustomerBoard {
  readonly customers: { readonly shown: number; readonly heldOut: number }
  readonly isUneven: boolean
  readonly cameBack: readonly CameBack[]
  /** The share that has ordered again, by day. */
  readonly curve: readonly { readonly day: number; readonly shown: number; readonly heldOut: number }[]
  /** Per customer within the window; null of too few. */
  readonly value: Compared | null
  readonly orders: Compared | null
  readonly cohorts: readonly Cohort[]
  /** How much more what is personal brings beside what is locked than without it, per customer; null of too few. */
  readonly together: Interval | null
}

export interface CustomersAsked {
  /** When customers began to be told apart, and now: milliseconds. */
  readonly begins: number
  readonly now: number
  readonly share: number
  /** Of the cross-sell board. */
  readonly lockedShare: number
  readonly terms: Terms
  readonly isHeldOut: (customer: CustomerId) => boolean
  /** Whether a browser was held out of locked slots; undefined where it came by none. */
  readonly isLockedOut: (visit: string) => boolean | undefined
}

interface Arm {
  customers: number
  value: Sums
  orders: Sums
  readonly happened: Map<number, { events: number; leave: number }>
  readonly months: Map<string, { customers: number; value: number }>
}

const CURVE_DAYS = Array.from({ length: 26 }, (_, week) => (week + 1) * 7)

/** Adds customers up, one after the other; what they come to is told at the end. */
export function openCustomerBoard(asked: CustomersAsked) {
  const { begins, now, terms, share } = asked
  const arms = { shown: emptyArm(), heldOut: emptyArm() }
  const cells = { both: NOBODY, firstOnly: NOBODY, secondOnly: NOBODY, neither: NOBODY }

  /** All orders of one customer, oldest first. */
  function add(orders: readonly CustomerOrder[]): void {
    const first = orders.findIndex(({ at }) => at >= begins)
    if (first < 0) return
    const start = orders[first]!.at
    const isOut = asked.isHeldOut(orders[first]!.customer)
    const arm = isOut ? arms.heldOut : arms.shown
    arm.customers += 1
    const next = orders[first + 1]
    const day = Math.floor(((next?.at ?? now) - start) / DAY)
    const at = arm.happened.get(day) ?? { events: 0, leave: 0 }
    arm.happened.set(day, next ? { ...at, events: at.events + 1 } : { ...at, leave: at.leave + 1 })
    if (now - start < WINDOW_DAYS * DAY) return
    const within = orders.slice(first).filter(({ at }) => at < start + WINDOW_DAYS * DAY)
    const sumOf = (some: readonly CustomerOrder[]) => some.reduce((sum, { value }) => sum + value, 0)
    const before = sumOf(orders.slice(0, first).filter(({ at }) => at >= start - BEFORE_DAYS * DAY))
    const value = capped(sumOf(within), terms.money)
    const one = ofVisitor(value, capped(before, terms.money))
    arm.value = plus(arm.value, one)
    arm.orders = plus(arm.orders, ofVisitor(within.length, orders.slice(0, first).length))
    const month = new Date(start).toISOString().slice(0, 7)
    const cohort = arm.months.get(month) ?? { customers: 0, value: 0 }
    arm.months.set(month, { customers: cohort.customers + 1, value: cohort.value + value })
    const visit = within.find((order) => order.visit !== null)?.visit
    const isLockedOut = visit == null ? undefined : asked.isLockedOut(visit)
    if (isLockedOut === undefined) return
    const cell = isOut ? (isLockedOut ? 'neither' : 'secondOnly') : isLockedOut ? 'firstOnly' : 'both'
    cells[cell] = plus(cells[cell], one)
  }

  function told(): CustomerBoard {
    const strata = (of: 'value' | 'orders'): Stratum[] => [{ shown: arms.shown[of], heldOut: arms.heldOut[of], share }]
    const count = (arm: Arm): Sums => ({ ...NOBODY, visitors: arm.customers })
    const [value, orders] = [estimate(strata('value'), 'adjusted'), estimate(strata('orders'), 'adjusted')]
    const crossed = interaction([{ ...cells, firstShare: share, secondShare: asked.lockedShare }], 'mean')
    const [shown, heldOut] = [survivalOf(arms.shown, BACK_WITHIN), survivalOf(arms.heldOut, BACK_WITHIN)]
    const [one, other] = [survivalOf(arms.shown, CURVE_DAYS), survivalOf(arms.heldOut, CURVE_DAYS)]
    return {
      customers: { shown: arms.shown.customers, heldOut: arms.heldOut.customers },
      isUneven: sampleRatio([{ shown: count(arms.shown), heldOut: count(arms.heldOut), share }]).isBroken,
      cameBack: shown.flatMap((point, at) => (heldOut[at] ? [cameBack(point, heldOut[at])] : [])),
      curve: one.flatMap(({ day, survived }, at) => (other[at] ? [{ day, shown: 1 - survived, heldOut: 1 - other[at].survived }] : [])),
      value: value && compared('value', value, terms),
      orders: orders && compared('orders', orders, terms),
      cohorts: cohortsOf(arms.shown, arms.heldOut),
      together: crossed && sequence(crossed.together, ALPHA, terms.tunedFor),
    }
  }
  return { add, told }
}

const emptyArm = (): Arm => ({ customers: 0, value: NOBODY, orders: NOBODY, happened: new Map(), months: new Map() })

function survivalOf({ happened }: Arm, days: readonly number[]): Survival[] {
  const rows = [...happened].map(([day, counts]): Happened => ({ day, ...counts })).toSorted((a, b) => a.day - b.day)
  return survival(rows, days, ALPHA)
}

/** Nobody is in both arms: the variance of the difference is the sum of Greenwood's. */
function cameBack(shown: Survival, heldOut: Survival): CameBack {
  const difference = heldOut.survived - shown.survived
  const reach = quantile(ALPHA / 2) * Math.sqrt(shown.variance + heldOut.variance)
  return {
    days: shown.day,
    shown: 1 - shown.survived,
    heldOut: 1 - heldOut.survived,
    interval: { low: difference - reach, high: difference + reach },
  }
}

function cohortsOf(shown: Arm, heldOut: Arm): Cohort[] {
  const months = [...new Set([...shown.months.keys(), ...heldOut.months.keys()])].toSorted()
  const of = ({ months: all }: Arm, month: string) => {
    const { customers, value } = all.get(month) ?? { customers: 0, value: 0 }
    return { customers, value: customers === 0 ? 0 : value / customers }
  }
  return months.map((month) => ({ month, shown: of(shown, month), heldOut: of(heldOut, month) }))
}
