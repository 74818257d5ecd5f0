import { toGid } from '#app/commerce/ids.ts'
import { notesOf } from '#app/slots/note.ts'
import type { Card, Slot } from '#app/slots/slot.ts'

/** A slot as the shop's theme reads it: two metafields of the product. */
export interface PublishedSlot {
  /** JSON of product global ids, best first: a `list.product_reference`. */
  readonly offers: string
  /** JSON of `Notes`: who chose each card, and on what terms. */
  readonly notes: string
}

/** What to publish for a slot; undefined for an empty one, which has no metafields at all. `currency` is the shop's own. */
export function toMetafields(slot: Slot, currency: string): PublishedSlot | undefined {
  if (slot.kind === 'nothing') return undefined
  return { offers: JSON.stringify(slot.cards.map(toOffer)), notes: JSON.stringify(notesOf(slot.cards, currency)) }
}

function toOffer({ product }: Card): string {
  return toGid('Product', product)
}
