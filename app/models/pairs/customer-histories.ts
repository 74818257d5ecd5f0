import type { BasketLog } from '#app/signals/basket-log.ts'
import { trailsOf, type Trails } from '#app/signals/trails.ts'
import { weighPairs, type Pairs } from './weigh-pairs.ts'

/** What customers come back for, and who resembles whom. */
export interface CustomerHistories {
  readonly log: BasketLog
  readonly trails: Trails
  /** By product: the chance that who bought it buys it again, and after how many gaps. */
  readonly again: Float32Array
  readonly period: Float32Array
  /** Pairs bought by one customer at any time, each customer a basket. */
  readonly tastes: Pairs
  /** Customers by product, the latest buyers first: those of product p from `buyersFrom[p]` on. */
  readonly buyersFrom: Uint32Array
  readonly buyers: Uint32Array
}

/** Buyers' worth of doubt: until a product has as many, the shop's mean speaks for it. */
const PRIOR_BUYERS = 5
const NEIGHBOURS = 100

export function summarizeHistories(log: BasketLog): CustomerHistories {
  const trails = trailsOf(log)
  const count = log.products.length
  const buyersFrom = new Uint32Array(count + 1)
  const returned = new Float64Array(count)
  const waits = new Float64Array(count)
  const waited = new Float64Array(count)
  const lastAt = new Float64Array(count)
  const times = new Uint32Array(count)
  const seen: number[] = []
  const wardrobes: { readonly items: readonly number[]; readonly at: number; readonly customer: number }[] = []
  for (let customer = 0; customer < log.customerCount; customer++) {
    seen.length = 0
    let day = 0
    for (let nth = trails.from[customer]!; nth < trails.from[customer + 1]!; nth++) {
      const basket = trails.baskets[nth]!
      day = log.at[basket]!
      for (let place = log.starts[basket]!; place < log.starts[basket + 1]!; place++) {
        const item = log.items[place]!
        if (times[item] === 0) seen.push(item)
        else {
          if (times[item] === 1) returned[item]! += 1
          waits[item]! += (day - lastAt[item]!) / trails.gap
          waited[item]! += 1
        }
        times[item]! += 1
        lastAt[item] = day
      }
    }
    for (const item of seen) {
      buyersFrom[item + 1]! += 1
      times[item] = 0
    }
    if (seen.length > 0) wardrobes.push({ items: seen.toReversed(), at: day, customer })
  }
  wardrobes.sort((a, b) => a.at - b.at)
  const all = { buyers: buyersFrom.reduce((a, b) => a + b, 0), returned: sum(returned), waits: sum(waits), waited: sum(waited) }
  const meanAgain = all.returned / Math.max(all.buyers, 1)
  const meanPeriod = all.waited > 0 ? all.waits / all.waited : 1
  const again = Float32Array.from(returned, (of, item) => (of + PRIOR_BUYERS * meanAgain) / (buyersFrom[item + 1]! + PRIOR_BUYERS))
  const period = Float32Array.from(waits, (of, item) => (of + PRIOR_BUYERS * meanPeriod) / (waited[item]! + PRIOR_BUYERS))
  for (let item = 0; item < count; item++) buyersFrom[item + 1]! += buyersFrom[item]!
  const next = buyersFrom.slice(0, count)
  const buyers = new Uint32Array(buyersFrom[count]!)
  for (const { items, customer } of wardrobes.toReversed()) for (const item of items) buyers[next[item]!++] = customer
  return { log, trails, again, period, tastes: weighPairs(asBaskets(log, wardrobes), NEIGHBOURS), buyersFrom, buyers }
}

const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0)

function asBaskets(log: BasketLog, wardrobes: readonly { readonly items: readonly number[]; readonly at: number }[]): BasketLog {
  const starts = new Uint32Array(wardrobes.length + 1)
  for (const [at, { items }] of wardrobes.entries()) starts[at + 1] = starts[at]! + items.length
  return {
    ...log,
    starts,
    items: Uint32Array.from(wardrobes.flatMap(({ items }) => items)),
    at: Float64Array.from(wardrobes, ({ at }) => at),
  }
}
