import { weighPairs } from '#app/models/pairs/weigh-pairs.ts'
import type { BasketLog } from '#app/signals/basket-log.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { makeLog } from './models/make-log.ts'

const NEIGHBOURS = 100
/** Seconds and megabytes allowed for so many lines. */
const BOUNDS = [
  { lines: 1_000_000, seconds: 4, mb: 512 },
  { lines: 10_000_000, seconds: 30, mb: 1_024 },
  { lines: 100_000_000, seconds: 200, mb: 3_072 },
]

/**
 * `--lines 1000000 --products 50000 --mean 5`: one pass over made-up baskets of geometric size, products by Zipf's law, and
 * over a tenth of them, to see how time grows. The baseline visits every pair and only adds one up.
 */
export const run: Bench = (args) => {
  const { lines, products, mean } = readNumbers(args, { lines: 1_000_000, products: 50_000, mean: 5 })
  const small = timed(() => weighPairs(makeLog(lines / 10, products, mean), NEIGHBOURS)).seconds
  const log = makeLog(lines, products, mean)
  const held = process.memoryUsage().rss / 2 ** 20
  const { seconds, result } = timed(() => weighPairs(log, NEIGHBOURS))
  const peak = process.resourceUsage().maxRSS / 1_024
  const bare = timed(() => visitPairs(log)).seconds
  const bound = BOUNDS.find((of) => of.lines === lines)
  return Promise.resolve({
    figures: {
      lines: log.items.length,
      pass_s: round(seconds),
      tenth_of_it_s: round(small),
      growth_for_tenfold: round(seconds / small),
      log_mb: Math.round(held),
      peak_mb: Math.round(peak),
      neighbours: result.degree.reduce((sum, degree) => sum + degree, 0),
    },
    baseline: { visit_pairs_s: round(bare) },
    misses: [
      ...(bound && seconds > bound.seconds ? [`${round(seconds)} s for ${lines} lines, not ${bound.seconds}`] : []),
      ...(bound && peak > bound.mb ? [`${Math.round(peak)} MB for ${lines} lines, not ${bound.mb}`] : []),
    ],
  })
}

const round = (value: number) => Number(value.toFixed(2))

function timed<Result>(work: () => Result): { readonly seconds: number; readonly result: Result } {
  const began = performance.now()
  const result = work()
  return { seconds: (performance.now() - began) / 1_000, result }
}

function visitPairs({ starts, items }: BasketLog): number {
  let sum = 0
  for (let basket = 0; basket + 1 < starts.length; basket++) {
    for (let a = starts[basket]!; a < starts[basket + 1]!; a++) for (let b = starts[basket]!; b < starts[basket + 1]!; b++) sum += items[b]!
  }
  return sum
}
