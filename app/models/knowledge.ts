import type { BasketLog } from '#app/signals/basket-log.ts'
import { regressBaskets, type BasketRegression } from './basket-regression.ts'
import { weighPairs, type Pairs } from './weigh-pairs.ts'
import { learnHabits, type Habits } from './habits.ts'
import { surpriseOf } from './log-likelihood.ts'
import type { LookAlikes } from './look-alikes.ts'
import { measurePopularity, type Popularity } from './popularity.ts'

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
  readonly habits: Habits
  readonly facts: Facts
  /** By product: 1 / mass, mass to the power that dampens it, 1 / root of orders. */
  readonly perMass: Float32Array
  readonly damped: Float32Array
  readonly perRoot: Float32Array
  readonly perFashion: Float32Array
  /** By product, how it sells this week beside the best seller: the root of the share. */
  readonly lately: Float64Array
  /** By product, the logarithms of 1 + popularity and of 1 + price. */
  readonly logs: Readonly<Record<'week' | 'month' | 'ever' | 'price', Float32Array>>
}

/** Neighbours kept for a product. */
const NEIGHBOURS = 200
const HEAD = 2_000
const DAMPING = 0.35
/** Orders' worth of doubt about what is in fashion. */
const FASHION_DOUBT = 2

/** Whether anything is known of what a customer has bought. */
export function hasPast({ habits: { trails } }: Knowledge, customer: number): boolean {
  return customer >= 0 && trails.from[customer]! < trails.from[customer + 1]!
}

export function learn(log: BasketLog, facts: Facts): Knowledge {
  const pairs = weighPairs(log, NEIGHBOURS)
  const { degree, neighbours, together, bought, orders, mass, fashionMass, width } = pairs
  const popularity = measurePopularity(log)
  const top = Math.max(popularity.week[popularity.best[0] ?? 0] ?? 0, 1e-9)
  const surprise = new Float32Array(neighbours.length)
  for (let product = 0; product < degree.length; product++) {
    for (let at = product * width; at < product * width + degree[product]!; at++)
      surprise[at] = surpriseOf(together[at]!, bought[product]!, bought[neighbours[at]!]!, orders)
  }
  return {
    pairs,
    surprise,
    regression: regressBaskets(log, HEAD),
    popularity,
    habits: learnHabits(log),
    facts,
    perMass: Float32Array.from(mass, (of) => (of > 0 ? 1 / of : 0)),
    damped: Float32Array.from(mass, (of) => (of > 0 ? of ** -DAMPING : 0)),
    perRoot: Float32Array.from(bought, (of) => 1 / Math.sqrt(of + 5)),
    lately: Float64Array.from(popularity.week, (orders) => Math.sqrt(orders / top)),
    logs: {
      week: popularity.week.map(Math.log1p),
      month: popularity.month.map(Math.log1p),
      ever: popularity.ever.map(Math.log1p),
      price: facts.prices.map(Math.log1p),
    },
    perFashion: Float32Array.from(fashionMass, (of) => 1 / (of + FASHION_DOUBT)),
  }
}
