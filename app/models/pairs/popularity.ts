import type { BasketLog } from '#app/signals/basket-log.ts'

/** What sells, by product. */
export interface Popularity {
  /** Orders, decayed with half-lives of a week, of a month, and not at all. */
  readonly week: Float32Array
  readonly month: Float32Array
  readonly ever: Float32Array
  /** Days since the product was first bought. */
  readonly known: Float32Array
  /** The best sellers of the week, best first. */
  readonly best: Uint32Array
}

const BEST = 60

/** Counts the orders of each product as they stand at the log's `now`. */
export function measurePopularity(log: BasketLog): Popularity {
  const count = log.products.length
  const [week, month, ever, known] = [new Float32Array(count), new Float32Array(count), new Float32Array(count), new Float32Array(count)]
  for (let basket = 0; basket + 1 < log.starts.length; basket++) {
    const age = log.now - log.at[basket]!
    const [brief, long] = [0.5 ** (age / 7), 0.5 ** (age / 30)]
    for (let place = log.starts[basket]!; place < log.starts[basket + 1]!; place++) {
      const item = log.items[place]!
      week[item]! += brief
      month[item]! += long
      ever[item]! += 1
      if (age > known[item]!) known[item] = age
    }
  }
  const best = Uint32Array.from(week.keys())
  best.sort((a, b) => week[b]! - week[a]! || a - b)
  return { week, month, ever, known, best: best.slice(0, BEST) }
}
