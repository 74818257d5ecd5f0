import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { readOrderValuesOf } from '#app/signals/order-values-of.server.ts'
import type { Measurement } from '../arms/measurement.server.ts'
import { VISITORS_AN_ORDER } from '../arms/terms.ts'
import { readTotals } from '../boards/read-board.server.ts'
import { smallestNow, type Outlook } from '../boards/smallest-now.ts'
import { totalOf } from '../ledger/moments.ts'
import { capped } from '../statistics/cap.ts'
import type { ComparedReach } from './compared-reach.ts'
import type { ComparisonPlan } from './comparison.ts'

/** Of how many days orders tell what is bought. */
const PAST_DAYS = 180
/** Of fewer, a day of the week would decide. */
const FEWEST_DAYS = 7
const FEWEST_VISITORS = 2_000
const HALF = 0.5
const DAY = 24 * 60 * 60 * 1000

/**
 * What a comparison could tell in so many days: by those who have reached a page of the first rule a day, or before there are enough of
 * them by the orders of its products; and by how what they buy of what is offered varies.
 */
export async function planComparisons(
  shop: ShopId,
  measurement: Measurement,
  reach: ComparedReach,
  days: readonly number[],
  now: Date,
): Promise<ComparisonPlan[]> {
  const epoch = measurement.epochs['cross-sell'].at(-1)
  const seen = 1 - (epoch?.share ?? 0)
  const visitorsPerDay = ((await measuredPace(shop, measurement, reach.scope, now)) ?? (await expectedPace(shop, reach.pages))) * seen
  const { values } = await readOrderValuesOf(shop, reach.offered, PAST_DAYS)
  const visitors = visitorsPerDay * PAST_DAYS
  const sums = epoch ? values.map((value) => capped(value, epoch.terms.money)) : values
  const mean = sums.reduce((sum, value) => sum + value, 0) / visitors
  const square = sums.reduce((sum, value) => sum + value * value, 0) / visitors
  const outlook: Outlook = {
    spread: visitors > 0 ? { mean, variance: Math.max(square - mean * mean, 0) } : null,
    visitorsPerDay,
    isExpected: true,
  }
  return days.map((count) => ({
    days: count,
    of: reach.isCosted ? 'profit' : 'revenue',
    tunedFor: Math.max(FEWEST_VISITORS, Math.round(visitorsPerDay * count)),
    smallest: smallestNow(outlook, HALF, count).effect,
    visitorsPerDay,
  }))
}

/** Visitors a day who reached something of the rule; undefined where it has not been measured for long enough. */
async function measuredPace(shop: ShopId, { startedAt }: Measurement, of: string, now: Date): Promise<number | undefined> {
  const days = (now.getTime() - startedAt) / DAY
  if (days < FEWEST_DAYS) return undefined
  const totals = (await readTotals(shop)).filter(({ scope }) => scope === of)
  return totals.length === 0 ? undefined : totals.reduce((sum, { moments }) => sum + totalOf(moments, 'visitors'), 0) / days
}

async function expectedPace(shop: ShopId, pages: readonly ProductId[]): Promise<number> {
  return ((await readOrderValuesOf(shop, pages, PAST_DAYS)).values.length * VISITORS_AN_ORDER) / PAST_DAYS
}
