import type { ProductId } from '#app/commerce/ids.ts'
import type { Note, Notes, SlotNote } from './note.ts'

/** A card that stands for whoever knows neither moment nor market, and whoever chose it. */
export interface UnconditionalCard extends Note {
  readonly product: ProductId
}

/**
 * What of a slot's published cards is shown by somebody who knows neither moment nor market: those that wait for none, are no gift and take no
 * product's place, each by the note by which it stands; of two that never stand together, the earlier.
 */
export function unconditionalCards(notes: Notes, { cards }: SlotNote): UnconditionalCard[] {
  const standing = new Map<ProductId, UnconditionalCard>()
  for (const at of cards) {
    const card = notes.cards[at]!
    const product = card.p
    const stands = [card, ...(card.or ?? [])].find((one) => one.if === undefined && !one.gift && !one.instead)
    if (stands && !card.apart?.some((earlier) => standing.has(earlier))) standing.set(product, { product, by: stands.by, ref: stands.ref })
  }
  return [...standing.values()]
}
