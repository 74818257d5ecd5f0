import type { BasketLog } from '#app/signals/basket-log.ts'
import type { Ask } from './ask.ts'

/** An ask whose answer is known: what else was in the basket. */
export interface Question {
  readonly ask: Ask
  readonly right: ReadonlySet<number>
}

/** Where a shopper stands: beside one product, or before a cart. */
export type Place = 'product-page' | 'cart'

const LARGEST_CART = 10
const ROUNDS = 6

/**
 * Makes up to `most` questions out of baskets, every basket asked once before any is asked twice. On a product page one
 * product is given; in a cart up to half of the basket, ten at most. Only products that `seen` lets through are given or
 * right. The same on every run.
 */
export function askBaskets(log: BasketLog, place: Place, seen: (item: number) => boolean, most: number): Question[] {
  const luck = luckFrom(1)
  const baskets = shuffle(
    Array.from({ length: log.starts.length - 1 }, (_, basket) => basket),
    luck,
  )
  const questions: Question[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const basket of baskets) {
      if (questions.length === most) return questions
      const items = [...log.items.subarray(log.starts[basket]!, log.starts[basket + 1]!)].filter(seen)
      if (items.length < (place === 'cart' ? 3 : 2) || round >= items.length) continue
      shuffle(items, luck)
      const given = place === 'cart' ? Math.min(LARGEST_CART, items.length >> 1) : 1
      questions.push({ ask: { given: items.slice(0, given) }, right: new Set(items.slice(given)) })
    }
  }
  return questions
}

type Luck = (bound: number) => number

/** Whole numbers below a bound, from a seed (xorshift, Marsaglia 2003). */
function luckFrom(seed: number): Luck {
  let state = seed
  return (bound) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % bound
  }
}

function shuffle<Item>(list: Item[], luck: Luck): Item[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = luck(at + 1)
    ;[list[at], list[other]] = [list[other]!, list[at]!]
  }
  return list
}
