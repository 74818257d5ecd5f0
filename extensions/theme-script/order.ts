type Id = string

/** Products a shopper has looked at, newest first, each with those that are near it, nearest first. */
export type Seen = readonly (readonly [product: Id, near: readonly Id[]])[]

export const MOST_SEEN = 20
const MOST_NEAR = 12
/** Of what is kept in the browser, in characters of ASCII. */
export const MOST_BYTES = 4_000
/** How much less what was looked at before the last product says than that. */
const FADES = 0.8

/** What is kept after another product was looked at: the newest products that there is room for. */
export function seeing(seen: Seen, product: Id, near: readonly Id[]): Seen {
  const kept = [[product, near.slice(0, MOST_NEAR)] as const, ...seen.filter(([id]) => id !== product)].slice(0, MOST_SEEN)
  while (JSON.stringify(kept).length > MOST_BYTES) kept.pop()
  return kept
}

/** Cards of products: what is near the products looked at comes first; what was passed over comes last; all else stays as it was. */
export function inOrder<Card>(cards: readonly Card[], idOf: (card: Card) => Id, seen: Seen, passed: readonly Id[]): readonly Card[] {
  const scoreOf = (card: Card) =>
    passed.includes(idOf(card))
      ? -1
      : seen.reduce((sum, [, near], age) => sum + (near.includes(idOf(card)) ? FADES ** age / (1 + near.indexOf(idOf(card))) : 0), 0)
  return cards.toSorted((one, other) => scoreOf(other) - scoreOf(one))
}
