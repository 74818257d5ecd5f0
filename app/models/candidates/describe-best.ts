import type { Knowledge } from '#app/models/knowledge.ts'
import type { Query } from '#app/models/query.ts'
import { column, WIDTH } from './columns.ts'
import { trait, TRAITS } from './traits.ts'
import type { Workspace } from './workspace.ts'

/** Fills the columns that only those looked at closely need. */
export function describeBest(
  { popularity, facts, histories, traits }: Knowledge,
  { best, x, items }: Workspace,
  { given, unsold, customer, at: now }: Query,
): void {
  const to = column
  // In a cart, what was never sold says nothing.
  const telling = unsold ? given : given.filter((item) => popularity.ever[item]! > 0)
  const share = 1 / Math.max(telling.length, 1)
  let ever = unsold ? Number.NaN : 0
  let price = 0
  for (const item of telling) {
    ever += Math.log1p(popularity.ever[item]!) * share
    price += Math.log1p(facts.prices[item]!) * share
  }
  const { from, baskets, gap } = histories.trails
  const orders = customer < 0 ? 0 : from[customer + 1]! - from[customer]!
  const sinceLast = orders === 0 ? Number.NaN : (now - histories.log.at[baskets[from[customer + 1]! - 1]!]!) / gap
  let cosine = 1e-9
  for (let place = 0; place < best.size; place++) cosine = Math.max(cosine, x[best.items[place]! * WIDTH + to.cosine]!)
  for (let place = 0; place < best.size; place++) {
    const slot = best.items[place]!
    const item = items[slot]!
    const at = slot * WIDTH
    const row = item * TRAITS
    x[at + to.relativeCosine] = x[at + to.cosine]! / cosine
    x[at + to.reached]! *= share
    x[at + to.week] = traits[row + trait.week]!
    x[at + to.month] = traits[row + trait.month]!
    x[at + to.ever] = traits[row + trait.ever]!
    x[at + to.known] = traits[row + trait.known]!
    x[at + to.rise] = traits[row + trait.rise]!
    x[at + to.price] = traits[row + trait.price]!
    x[at + to.given] = telling.length
    x[at + to.givenEver] = ever
    x[at + to.priceRatio] = x[at + to.price]! - price
    x[at + to.orders] = orders
    x[at + to.sinceLast] = sinceLast
    x[at + to.again] = traits[row + trait.again]!
    if (x[at + to.times]! === 0) x[at + to.lastGaps] = x[at + to.firstGaps] = Number.NaN
    x[at + to.due] = x[at + to.lastGaps]! / (traits[row + trait.period]! + 0.1)
    x[at + to.share] = x[at + to.times]! / Math.max(orders, 1)
  }
}
