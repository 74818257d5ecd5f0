import { CARDS_AT_ONCE } from '#app/commerce/placement.ts'
import type { Card } from './slot.ts'

/**
 * The cards of a slot that a block of the theme may show at one moment or another, where it shows `most` at once: all up to the last of so
 * many that are always shown. What stands behind them is in reserve, for when one of them cannot be bought. What closes a cart's gap comes
 * first there, from wherever it stands.
 */
export function mayBeDrawn(cards: readonly Card[], most = CARDS_AT_ONCE): readonly Card[] {
  if (cards.some((card) => [card, ...(card.otherwise ?? [])].some(({ closesGap }) => closesGap))) return cards
  let always = 0
  const end = cards.findIndex((card) => (isAlwaysShown(card) ? (always += 1) : always) === most)
  return end === -1 ? cards : cards.slice(0, end + 1)
}

/** Somebody’s word for it asks nothing of the moment, and it is kept from no other card and no market. */
function isAlwaysShown({ guard, giftFrom, otherwise = [], apart, notIn, here }: Card): boolean {
  if (apart || notIn || here) return false
  return [{ guard, giftFrom }, ...otherwise].some((choice) => choice.guard === undefined && choice.giftFrom === undefined)
}
