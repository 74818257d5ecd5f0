import type { ProductId } from '#app/commerce/ids.ts'
import { weighPairs } from '#app/models/weigh-pairs.ts'
import type { BasketLog } from '#app/signals/basket-log.ts'
import { luckOf } from '../simulator/world/random.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'

const NEIGHBOURS = 100
const DAYS = 730
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

/** Products fall off as one over their rank; the same baskets on every run. */
function makeLog(lines: number, products: number, mean: number): BasketLog {
  const luck = luckOf(`train-${lines}`)
  const items = new Uint32Array(lines)
  const starts = new Uint32Array(lines + 1)
  let [baskets, held] = [0, 0]
  const inside = new Set<number>()
  while (held < lines) {
    const size = 1 + Math.floor(Math.log(1 - luck.next()) / Math.log(1 - 1 / mean))
    inside.clear()
    for (let nth = 0; nth < size; nth++) inside.add(Math.floor((products + 1) ** luck.next()) - 1)
    for (const item of inside) if (held < lines) items[held++] = item
    starts[++baskets] = held
  }
  return {
    products: Array.from({ length: products }, (_, at) => (at + 1) as ProductId),
    starts: starts.slice(0, baskets + 1),
    items,
    at: Float64Array.from({ length: baskets }, (_, basket) => (basket * DAYS) / baskets),
    customers: new Int32Array(baskets).fill(-1),
    customerCount: 0,
    now: DAYS,
  }
}
