import type { Luck } from '../../simulator/world/random.ts'
import { arrivals, normal, successes } from './draws.ts'

/** How those who reach a page with an offer shop in one shop. */
export interface Habits {
  readonly visitorsPerDay: number
  /** Of them who order. */
  readonly conversion: number
  /** Of those who order who take the offered item without having been offered it. */
  readonly takeAnyway: number
}

/** What an offer changes, as we set it. */
export interface Effects {
  /** Of those who order, more who take the offered item. */
  readonly take: number
  /** Of those, the share who leave another item for it. */
  readonly displaced: number
  /** More who order, as a share: 0.03 for +3 %. */
  readonly conversion: number
}

/** What one order holds, in units and in money; of two kinds: the offered item, and all others. */
export interface Ordered {
  offered: number
  others: number
  offeredUnits: number
  otherUnits: number
}

export const NO_EFFECT: Effects = { take: 0, displaced: 0, conversion: 0 }
export const USUAL: Habits = { visitorsPerDay: 400, conversion: 0.03, takeAnyway: 0.1 }

/** Medians and spreads of prices; one further unit after the other; orders of companies, rare and twenty times as large. */
const [OTHER_PRICE, OTHER_SPREAD, OFFERED_PRICE, OFFERED_SPREAD] = [30, 0.8, 12, 0.4]
const [FURTHER, COMPANY, COMPANY_UNITS] = [0.4, 0.002, 20]

/**
 * One arm's visitors of one day, each on their own. Calls `each` for every order and gives how many came; what it calls with is
 * used again for the next order.
 */
export function shopFor(luck: Luck, visitors: number, habits: Habits, effects: Effects, each: (order: Ordered) => void): number {
  const came = arrivals(luck, visitors)
  const orders = successes(luck, came, habits.conversion * (1 + effects.conversion))
  for (let order = 0; order < orders; order++) each(orderOf(luck, habits, effects))
  return came
}

const order: Ordered = { offered: 0, others: 0, offeredUnits: 0, otherUnits: 0 }

export function orderOf(luck: Luck, habits: Habits, effects: Effects): Ordered {
  let units = 1
  while (luck.chance(FURTHER)) units += 1
  const fate = luck.next()
  const isTaken = fate < habits.takeAnyway + effects.take
  if (isTaken && fate >= habits.takeAnyway && luck.chance(effects.displaced)) units -= 1
  const times = luck.chance(COMPANY) ? COMPANY_UNITS : 1
  order.others = 0
  for (let unit = 0; unit < units; unit++) order.others += times * OTHER_PRICE * Math.exp(OTHER_SPREAD * normal(luck))
  order.otherUnits = units * times
  order.offeredUnits = isTaken ? times : 0
  order.offered = isTaken ? times * OFFERED_PRICE * Math.exp(OFFERED_SPREAD * normal(luck)) : 0
  return order
}
