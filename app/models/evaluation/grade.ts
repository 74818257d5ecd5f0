import type { Workspace } from '#app/models/candidates/workspace.ts'
import type { LabelledQuery } from '#app/models/ranker/labelled-queries.ts'
import { ndcg, PLACES } from '#app/models/ranker/ndcg.ts'

/** A mean over questions with the bounds between which it lies in 95 of 100 cases. */
export interface Measured {
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** How well questions of which the answers are known were answered. */
export interface Grade {
  readonly questions: number
  /** The share of questions to which one of the first ten answers was right. */
  readonly hit: Measured
  /** Discounted gain of the first ten answers: 1 where all that is right comes first. */
  readonly gain: Measured
  /** The share of questions that were answered at all. */
  readonly answered: number
  /** The share of the products sold before that were among the first ten answers to some question. */
  readonly coverage: number
  /** How many times more often what was answered had been sold than what shoppers then really bought; 1 for no bias. */
  readonly popularity: number
  /** Microseconds that half of the answers took at most, and 99 of 100. */
  readonly p50: number
  readonly p99: number
}

const SHOWN = 1.96

/**
 * Asks all questions. `answer` leaves what it says in `ranked`; `sold` tells how often each product was sold before; `clock`
 * tells milliseconds.
 */
export function grade(
  questions: readonly LabelledQuery[],
  answer: (question: LabelledQuery) => void,
  { ranked }: Workspace,
  sold: Float32Array,
  clock: () => number,
): Grade {
  const [hits, gains] = [new Float64Array(questions.length), new Float64Array(questions.length)]
  const took = new Float64Array(questions.length)
  const covered = new Set<number>()
  const [said, bought] = [
    { times: 0, products: 0 },
    { times: 0, products: 0 },
  ]
  let answered = 0
  for (const [nth, question] of questions.entries()) {
    const began = clock()
    answer(question)
    took[nth] = (clock() - began) * 1_000
    const first = [...ranked.items.subarray(0, Math.min(ranked.size, PLACES))]
    const isRight = first.map((item) => question.relevant.has(item))
    hits[nth] = isRight.includes(true) ? 1 : 0
    gains[nth] = ndcg(isRight, question.relevant.size)
    if (first.length > 0) answered += 1
    for (const item of first) if (sold[item]! > 0) covered.add(item)
    count(said, first, sold)
    count(bought, [...question.relevant], sold)
  }
  took.sort()
  const inStock = sold.reduce((sum, orders) => sum + (orders > 0 ? 1 : 0), 0)
  return {
    questions: questions.length,
    hit: share(hits),
    gain: mean(gains),
    answered: answered / Math.max(questions.length, 1),
    coverage: covered.size / Math.max(inStock, 1),
    popularity: said.products === 0 ? 0 : said.times / said.products / Math.max(bought.times / bought.products, 1e-9),
    p50: took[took.length >> 1] ?? 0,
    p99: took[Math.floor(took.length * 0.99)] ?? 0,
  }
}

function count(sum: { times: number; products: number }, items: readonly number[], sold: Float32Array): void {
  sum.products += items.length
  for (const item of items) sum.times += sold[item]!
}

/** Wilson's interval (1927), which bears few questions and shares near 0 and 1. */
function share(hits: Float64Array): Measured {
  const count = hits.length
  if (count === 0) return { mean: 0, low: 0, high: 1 }
  const found = hits.reduce((sum, hit) => sum + hit, 0) / count
  const doubt = SHOWN ** 2 / count
  const middle = (found + doubt / 2) / (1 + doubt)
  const reach = (SHOWN * Math.sqrt((found * (1 - found)) / count + doubt / (4 * count))) / (1 + doubt)
  return { mean: found, low: Math.max(middle - reach, 0), high: Math.min(middle + reach, 1) }
}

function mean(values: Float64Array): Measured {
  const count = Math.max(values.length, 1)
  const middle = values.reduce((sum, value) => sum + value, 0) / count
  const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(count - 1, 1)
  const reach = SHOWN * Math.sqrt(variance / count)
  return { mean: middle, low: Math.max(middle - reach, 0), high: Math.min(middle + reach, 1) }
}
