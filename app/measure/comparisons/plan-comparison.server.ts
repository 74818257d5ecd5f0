import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { readOrderValuesOf } from '#app/signals/order-values-of.server.ts'
import type { Measurement } from '../arms/measurement.server.ts'
import { fixTerms, VISITORS_AN_ORDER } from '../arms/terms.ts'
import { readTotals } from '../boards/read-board.server.ts'
import { totalOf } from '../ledger/moments.ts'
import type { ComparedReach } from './compared-reach.ts'
import type { ComparisonPlan } from './comparison.ts'
import { planOf } from './plan-of.ts'

/** Of how many days orders tell what is bought. */
const PAST_DAYS = 180
/** Of fewer, a day of the week would decide. */
const FEWEST_DAYS = 7
const DAY = 24 * 60 * 60 * 1000

/**
 * What a comparison could tell, for each number of days: by those who have reached a page of the first rule a day, or before there are
 * enough of them by the orders of its products; and by what orders held of what is offered.
 */
export async function planComparisons(
  shop: ShopId,
  measurement: Measurement,
  { pages, offered, isCosted, scope }: ComparedReach,
  days: readonly number[],
  now: Date,
): Promise<ComparisonPlan[]> {
  const epoch = measurement.epochs['cross-sell'].at(-1)
  const pace = (await measuredPace(shop, measurement, scope, now)) ?? (await expectedPace(shop, pages))
  const { values } = await readOrderValuesOf(shop, offered, PAST_DAYS)
  const { money } = epoch?.terms ?? fixTerms([], PAST_DAYS)
  const past = { visitorsPerDay: pace * (1 - (epoch?.share ?? 0)), values, days: PAST_DAYS, isCosted, money }
  return days.map((count) => planOf(past, count))
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
