import { isSame, type KnownSame } from '#app/rules/versions/is-same.ts'
import type { Card, Choice, Reason } from '../slot.ts'

/** What becomes of a card: `altered` stands where it stood, for another reason. */
export type Fate = 'kept' | 'moved' | 'altered' | 'added'

export interface CardDiff {
  /** In their order; each removed one is no more among `after`. */
  readonly before: readonly { readonly card: Card; readonly fate: 'stays' | 'removed' }[]
  readonly after: readonly { readonly card: Card; readonly fate: Fate }[]
}

/**
 * What a shopper would see change from one slot's cards to another's. A card has moved where its place among the cards that
 * both have is another; that one above it came or went moves no card.
 */
export function diffCards(before: readonly Card[], after: readonly Card[]): CardDiff {
  const [old, now] = [byProduct(before), byProduct(after)]
  const placesBefore = placesAmong(before, now)
  const placesAfter = placesAmong(after, old)
  return {
    before: before.map((card) => ({ card, fate: now.has(card.product) ? 'stays' : 'removed' })),
    after: after.map((card) => {
      const was = old.get(card.product)
      if (!was) return { card, fate: 'added' }
      if (placesBefore.get(card.product) !== placesAfter.get(card.product)) return { card, fate: 'moved' }
      return { card, fate: isAlike(was, card) ? 'kept' : 'altered' }
    }),
  }
}

/** Whether shoppers, and the orders that come of it, know no difference. What the merchant calls a rule makes none. */
export function areAlike(before: readonly Card[], after: readonly Card[], known?: KnownSame): boolean {
  return before.length === after.length && before.every((card, at) => isAlike(card, after[at]!, known))
}

function isAlike({ otherwise: ours = [], ...one }: Card, { otherwise: theirs = [], ...other }: Card, known?: KnownSame): boolean {
  const areAll = ours.length === theirs.length && isAlikeChoice(one, other, known)
  return areAll && ours.every((choice, at) => isAlikeChoice(choice, theirs[at]!, known))
}

/** What it asks of the moment is shared by many. */
function isAlikeChoice({ guard, reason, ...one }: Choice, { guard: asks, reason: why, ...other }: Choice, known?: KnownSame): boolean {
  return isSame(nameless(reason), nameless(why)) && isSame(one, other) && isSame(guard, asks, known)
}

const nameless = (reason: Reason) => (reason.by === 'rule' ? reason.rule : reason)

const byProduct = (cards: readonly Card[]): Map<number, Card> => new Map(cards.map((card) => [card.product, card]))

function placesAmong(cards: readonly Card[], both: ReadonlyMap<number, Card>): Map<number, number> {
  return new Map(cards.filter(({ product }) => both.has(product)).map(({ product }, place) => [product, place]))
}
