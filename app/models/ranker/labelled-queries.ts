import type { Query } from '#app/models/query.ts'
import type { BasketLog } from '#app/signals/basket-log.ts'

/** An query whose answer is known: what else was in the basket. */
export interface LabelledQuery {
  readonly query: Query
  readonly relevant: ReadonlySet<number>
}

/** Where a shopper stands: beside one product, before a cart, or nowhere yet. */
export type Place = 'product-page' | 'cart' | 'home'

const LARGEST_CART = 10
const ROUNDS = 6

/**
 * Makes up to `most` questions out of baskets, every basket asked once before any is asked twice. On a product page one
 * product is given; in a cart up to half of the basket, ten at most; at home none. Only products that `seen` lets through are
 * given or right; only baskets whose customer `heard` lets through are asked. The same on every run.
 */
export function queriesFromBaskets(
  log: BasketLog,
  place: Place,
  seen: (item: number) => boolean,
  heard: (customer: number) => boolean,
  most: number,
): LabelledQuery[] {
  const luck = luckFrom(1)
  const baskets = shuffle(
    Array.from({ length: log.starts.length - 1 }, (_, basket) => basket).filter((basket) => heard(log.customers[basket]!)),
    luck,
  )
  const questions: LabelledQuery[] = []
  for (let round = 0; round < (place === 'home' ? 1 : ROUNDS); round++) {
    for (const basket of baskets) {
      if (questions.length === most) return questions
      const items = [...log.items.subarray(log.starts[basket]!, log.starts[basket + 1]!)].filter(seen)
      if (items.length < FEWEST[place] || round >= items.length) continue
      shuffle(items, luck)
      const given = givenOf(place, items.length)
      questions.push({
        query: { given: items.slice(0, given), unsold: false, customer: log.customers[basket]!, at: log.at[basket]! },
        relevant: new Set(items.slice(given)),
      })
    }
  }
  return questions
}

/** Makes questions out of what was bought beside products that `seen` does not let through: one of them is given, the others are right. */
export function queriesOfUnsold(log: BasketLog, seen: (item: number) => boolean, most: number): LabelledQuery[] {
  const questions: LabelledQuery[] = []
  for (let basket = 0; basket + 1 < log.starts.length; basket++) {
    const items = [...log.items.subarray(log.starts[basket]!, log.starts[basket + 1]!)]
    const right = new Set(items.filter(seen))
    if (right.size === 0) continue
    for (const item of items) {
      if (!seen(item))
        questions.push({ query: { given: [item], unsold: true, customer: log.customers[basket]!, at: log.at[basket]! }, relevant: right })
    }
  }
  return shuffle(questions, luckFrom(2)).slice(0, most)
}

/** Products that a basket must hold to be asked. */
const FEWEST: Readonly<Record<Place, number>> = { 'product-page': 2, cart: 3, home: 1 }

function givenOf(place: Place, items: number): number {
  switch (place) {
    case 'product-page':
      return 1
    case 'cart':
      return Math.min(LARGEST_CART, items >> 1)
    case 'home':
      return 0
  }
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
