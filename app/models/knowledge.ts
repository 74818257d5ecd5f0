import type { LookAlikes } from '#app/models/candidates/look-alikes.ts'
import { traitsOf } from '#app/models/candidates/traits.ts'
import { summarizeHistories, type CustomerHistories } from '#app/models/pairs/customer-histories.ts'
import { surpriseOf } from '#app/models/pairs/log-likelihood.ts'
import { measurePopularity, type Popularity } from '#app/models/pairs/popularity.ts'
import { weighPairs, type Pairs } from '#app/models/pairs/weigh-pairs.ts'
import { regressBaskets, type BasketRegression } from '#app/models/ranker/basket-regression.ts'
import type { BasketLog } from '#app/signals/basket-log.ts'

/** What the catalogue says of each product of a log. */
export interface Facts {
  /** In any one unit; NaN where unknown. */
  readonly prices: Float32Array
  readonly looks: LookAlikes
}

/** All that is learnt of a shop's baskets without being told what was right. */
export interface Knowledge {
  readonly pairs: Pairs
  readonly surprise: Float32Array
  readonly regression: BasketRegression
  readonly popularity: Popularity
  readonly histories: CustomerHistories
  readonly facts: Facts
  /** By product: 1 / mass, mass to the power that dampens it, 1 / root of orders, and 1 / mass of what is in fashion. */
  readonly perMass: Float32Array
  readonly damped: Float32Array
  readonly perRoot: Float32Array
  readonly perFashion: Float32Array
  /** By product, how it sells this week beside the best seller: the root of the share. */
  readonly lately: Float32Array
  /** By product, row after row. */
  readonly traits: Float32Array
}

/** Neighbours kept for a product. */
const NEIGHBOURS = 200
const HEAD = 2_000
const DAMPING = 0.35
/** Orders' worth of doubt about what is in fashion. */
const PRIOR_ORDERS = 2

/** Whether anything is known of what a customer has bought. */
export function hasPast({ histories: { trails } }: Knowledge, customer: number): boolean {
  return customer >= 0 && trails.from[customer]! < trails.from[customer + 1]!
}

export function buildKnowledge(log: BasketLog, facts: Facts): Knowledge {
  const pairs = weighPairs(log, NEIGHBOURS)
  const { degree, neighbours, together, bought, orders, mass, fashionMass, width } = pairs
  const surprise = new Float32Array(neighbours.length)
  for (let product = 0; product < degree.length; product++) {
    for (let at = product * width; at < product * width + degree[product]!; at++)
      surprise[at] = surpriseOf(together[at]!, bought[product]!, bought[neighbours[at]!]!, orders)
  }
  const popularity = measurePopularity(log)
  const histories = summarizeHistories(log)
  const top = Math.max(popularity.week[popularity.best[0] ?? 0] ?? 0, 1e-9)
  return {
    pairs,
    surprise,
    regression: regressBaskets(log, HEAD),
    popularity,
    histories: histories,
    facts,
    perMass: Float32Array.from(mass, (of) => (of > 0 ? 1 / of : 0)),
    damped: Float32Array.from(mass, (of) => (of > 0 ? of ** -DAMPING : 0)),
    perRoot: Float32Array.from(bought, (of) => 1 / Math.sqrt(of + 5)),
    perFashion: Float32Array.from(fashionMass, (of) => 1 / (of + PRIOR_ORDERS)),
    lately: popularity.week.map((orders) => Math.sqrt(orders / top)),
    traits: traitsOf({ popularity, histories, prices: facts.prices }),
  }
}
