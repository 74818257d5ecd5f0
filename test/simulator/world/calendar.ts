import { day } from './clock.ts'
import type { Luck } from './random.ts'
import { busyness } from './season.ts'

/** How many orders fall on each of the days before `today` (milliseconds, a midnight), oldest first; they add up to exactly `orders`. */
export function ordersPerDay(past: { orders: number; days: number; growth: number }, today: number, luck: Luck): number[] {
  const weights = Array.from({ length: past.days }, (_, index) => {
    const time = today - (past.days - index) * day
    return busyness(time) * past.growth ** (index / past.days) * (0.8 + 0.4 * luck.next())
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let weightSoFar = 0
  let ordersSoFar = 0
  return weights.map((weight) => {
    weightSoFar += weight
    const reached = Math.round((weightSoFar / total) * past.orders)
    const onThisDay = reached - ordersSoFar
    ordersSoFar = reached
    return onThisDay
  })
}
