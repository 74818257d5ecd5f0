import type { Customer, Order, Product } from '../shop.ts'
import { basketsFrom } from './basket.ts'
import { ordersPerDay } from './calendar.ts'
import { day } from './clock.ts'
import { countFrom, type IdRanges } from './ids.ts'
import { interestOf, interestsServed } from './interests.ts'
import { orderFrom } from './order-from.ts'
import { type NextVisit, nextVisit } from './next-visit.ts'
import type { People } from './people.ts'
import type { Luck } from './random.ts'
import { timeOfDay } from './season.ts'
import { inventCustomer, type Shopper } from './shopper.ts'

export interface Past {
  /** Exactly so many orders, over so many whole days up to `today`. */
  readonly orders: number
  readonly days: number
  /** How many times as busy the last day is as the first, seasons aside. */
  readonly growth: number
  /** Hours to add to the shop's local time to have UTC. */
  readonly hoursBehindUtc: number
  readonly people: People
}

interface Due {
  readonly shopper: Shopper
  readonly again: NextVisit['again']
}

const guests = 0.15
const comingBack = 0.52

/** Lives through the shop's past day by day: first those who are due to come back, then whoever comes for the first time. `today` is a midnight. */
export function liveThrough(
  past: Past,
  products: readonly Product[],
  at: { today: Date; ids: IdRanges; luck: Luck },
): { customers: Customer[]; orders: Order[] } {
  const today = at.today.getTime()
  const luck = at.luck
  const fillBasket = basketsFrom(products, today)
  const served = interestsServed(new Set(products.map(({ productType }) => productType)))
  const next = { customer: countFrom(at.ids.customer), order: countFrom(at.ids.order), line: countFrom(at.ids.line) }
  const customers: Customer[] = []
  const orders: Order[] = []

  const newcomer = (): Shopper => {
    if (luck.chance(guests)) return { customer: null, interest: luck.pick(served), comesBack: false }
    const customer = inventCustomer(next.customer(), past.people, luck)
    customers.push(customer)
    return { customer, interest: interestOf(customer.id, served), comesBack: luck.chance(comingBack) }
  }

  const due: Due[][] = Array.from({ length: past.days + 1 }, () => [])
  ordersPerDay(past, today, luck).forEach((quota, dayNumber) => {
    const midnight = today - (past.days - dayNumber) * day
    const returning = due[dayNumber] ?? []
    due[dayNumber + 1]?.push(...returning.splice(quota))
    const visits = Array.from({ length: quota }, (_, place) => ({
      ...(returning[place] ?? { shopper: newcomer(), again: null }),
      time: midnight + timeOfDay(past.hoursBehindUtc, luck),
    }))
    for (const { shopper, again, time } of visits.sort((a, b) => a.time - b.time)) {
      const basket = fillBasket({ interest: shopper.interest, time, again }, luck)
      const name = `#${String(1001 + orders.length)}`
      orders.push(orderFrom({ id: next.order(), name, time, customerId: shopper.customer?.id ?? null, basket }, today, next.line, luck))
      const plan = shopper.comesBack ? nextVisit(basket, luck) : undefined
      if (plan) due[dayNumber + plan.inDays]?.push({ shopper, again: plan.again })
    }
  })
  return { customers, orders }
}
