import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { readPublished } from '#app/publish/published.server.ts'
import { readOrderValuesOf } from '#app/signals/order-values-of.server.ts'
import type { Notes } from '#app/slots/note.ts'
import { VISITORS_AN_ORDER } from '../arms/terms.ts'
import { capped } from '../statistics/cap.ts'
import type { BoardRead } from './read-board.server.ts'
import type { Outlook } from './smallest-now.ts'

/** Of how many days orders tell what is bought without being offered. */
const PAST_DAYS = 180

/**
 * By what a shop can plan: the visitors who have been counted, or before there are enough of those its own orders, as if so many visitors
 * came for each as is usual, all of them past an offer.
 */
export async function outlookOf(shop: ShopId, { board, measurement, visitorsPerDay }: BoardRead): Promise<Outlook> {
  if (board?.headline && board.spread) return { spread: board.spread, visitorsPerDay, isExpected: false }
  const terms = measurement.epochs['cross-sell'][0]?.terms
  const { orders, values } = await readOrderValuesOf(shop, await offeredByRules(shop), PAST_DAYS)
  const visitors = orders * VISITORS_AN_ORDER
  if (!terms || visitors === 0) return { spread: null, visitorsPerDay: 0, isExpected: true }
  const sums = values.map((value) => capped(value, terms.money))
  const mean = sums.reduce((sum, value) => sum + value, 0) / visitors
  const square = sums.reduce((sum, value) => sum + value * value, 0) / visitors
  return { spread: { mean, variance: square - mean * mean }, visitorsPerDay: visitors / PAST_DAYS, isExpected: true }
}

/** The products that a rule offers on some page. */
async function offeredByRules(shop: ShopId): Promise<ProductId[]> {
  const pages = await readPublished(shop)
  const offered = [...pages.values()].flatMap(({ notes }) => (JSON.parse(notes) as Notes).cards.filter(({ by }) => by === 'rule'))
  return [...new Set(offered.map(({ p }) => p))]
}
