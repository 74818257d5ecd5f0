import { canonical } from '#app/rules/canonical.ts'
import type { Card, Choice } from './slot.ts'

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
export function areAlike(before: readonly Card[], after: readonly Card[]): boolean {
  return before.length === after.length && before.every((card, at) => isAlike(card, after[at]!))
}

function isAlike(one: Card, other: Card): boolean {
  return canonical(nameless(one)) === canonical(nameless(other))
}

function nameless({ otherwise = [], ...card }: Card): Card {
  return { ...withoutName(card), otherwise: otherwise.map(withoutName) }
}

function withoutName<Chosen extends Choice>(choice: Chosen): Chosen {
  return choice.reason.by === 'rule' ? { ...choice, reason: { ...choice.reason, name: '' } } : choice
}

const byProduct = (cards: readonly Card[]): Map<number, Card> => new Map(cards.map((card) => [card.product, card]))

function placesAmong(cards: readonly Card[], both: ReadonlyMap<number, Card>): Map<number, number> {
  return new Map(cards.filter(({ product }) => both.has(product)).map(({ product }, place) => [product, place]))
}
