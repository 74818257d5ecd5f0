import type { CustomerHistories } from '#app/models/pairs/customer-histories.ts'
import type { Query } from '#app/models/query.ts'
import { column, WIDTH } from './columns.ts'
import { keepLargest } from './keep-largest.ts'
import { claim, SPEAKING, type Workspace } from './workspace.ts'

/** Buyers of one product that are compared with a customer. */
const COMPARED = 200
/** Baskets of somebody alike that are looked at. */
const HEARD = 3

/** Adds what a customer's own past says, and that of customers alike. */
export function collectOfCustomer(histories: CustomerHistories, space: Workspace, query: Query): void {
  const { trails } = histories
  if (trails.from[query.customer]! === trails.from[query.customer + 1]!) return
  const spoken = addPast(histories, space, query)
  addTastes(histories, space, spoken)
  addAlike(histories, space, query.customer, spoken)
}

/** The customer's own products, latest basket first; gives back how many of the latest may speak for others. */
function addPast({ log, trails }: CustomerHistories, space: Workspace, { customer, at }: Query): number {
  const { x, past } = space
  const [first, last] = [trails.from[customer]!, trails.from[customer + 1]!]
  let spoken = 0
  for (let nth = last - 1; nth >= first; nth--) {
    const basket = trails.baskets[nth]!
    const gaps = Math.max(at - log.at[basket]!, 0) / trails.gap
    const ago = last - 1 - nth
    for (let place = log.starts[basket]!; place < log.starts[basket + 1]!; place++) {
      const item = log.items[place]!
      const slot = claim(space, item)
      if (slot < 0) {
        if (spoken < SPEAKING) past[spoken++] = item
        continue
      }
      const to = slot * WIDTH
      if (x[to + column.times] === 0) {
        x[to + column.lastGaps] = gaps
        x[to + column.lastAgo] = ago + 1
        if (spoken < SPEAKING) past[spoken++] = item
      }
      x[to + column.times]! += 1
      x[to + column.firstGaps] = gaps
      x[to + column.oftenLately]! += 0.5 ** gaps
      x[to + column.often]! += 0.5 ** (gaps / 4)
      x[to + column.oftenEver]! += 0.5 ** (gaps / 16)
      x[to + column.oftenByBasket]! += 0.75 ** ago
    }
  }
  return spoken
}

function addTastes({ tastes }: CustomerHistories, space: Workspace, spoken: number): void {
  const { x, past } = space
  for (let nth = 0; nth < spoken; nth++) {
    const item = past[nth]!
    const share = 0.97 ** nth / (tastes.mass[item]! + 1)
    const from = item * tastes.width
    for (let at = from; at < from + tastes.degree[item]!; at++) {
      const other = tastes.neighbours[at]!
      const slot = claim(space, other)
      if (slot >= 0) x[slot * WIDTH + column.taste]! += (share * tastes.weight[at]!) / (tastes.mass[other]! + 1) ** 0.35
    }
  }
}

/** Customers who bought the same, and what was in their latest baskets. */
function addAlike({ log, trails, buyers, buyersFrom }: CustomerHistories, space: Workspace, customer: number, spoken: number): void {
  const { x, past, likeness, met, alike } = space
  let known = 0
  for (let nth = 0; nth < spoken; nth++) {
    const item = past[nth]!
    const [from, to] = [buyersFrom[item]!, buyersFrom[item + 1]!]
    const weight = 1 / Math.sqrt(to - from + 1)
    for (let at = from; at < Math.min(to, from + COMPARED); at++) {
      const other = buyers[at]!
      if (other === customer) continue
      if (likeness[other] === 0) met[known++] = other
      likeness[other]! += weight
    }
  }
  alike.size = 0
  for (let nth = 0; nth < known; nth++) {
    const other = met[nth]!
    keepLargest(alike, other, likeness[other]! / Math.sqrt(trails.from[other + 1]! - trails.from[other]! + 2))
    likeness[other] = 0
  }
  for (let nth = 0; nth < alike.size; nth++) {
    const other = alike.items[nth]!
    const weight = alike.values[nth]!
    const last = trails.from[other + 1]!
    for (let step = Math.max(trails.from[other]!, last - HEARD); step < last; step++) {
      const basket = trails.baskets[step]!
      const say = weight * 0.8 ** (last - 1 - step)
      for (let place = log.starts[basket]!; place < log.starts[basket + 1]!; place++) {
        const slot = claim(space, log.items[place]!)
        if (slot >= 0) x[slot * WIDTH + column.alike]! += say
      }
    }
  }
}
