import { toGid } from '#app/commerce/ids.ts'
import type { Card, Reason, Slot } from '#app/slots/slot.ts'

/** A slot as the shop's theme reads it: two metafields of the product. */
export interface PublishedSlot {
  /** JSON of product global ids, best first: a `list.product_reference`. */
  readonly offers: string
  /** JSON that says, by product id, who chose each card. Anybody can read it: no counts, no names. */
  readonly notes: string
}

/** Raised when the notes' shape changes, so that a theme block knows what it reads. */
const NOTES_VERSION = 1

/** What to publish for a slot; undefined for an empty one, which has no metafields at all. */
export function toMetafields(slot: Slot): PublishedSlot | undefined {
  if (slot.kind === 'nothing') return undefined
  const notes = Object.fromEntries(slot.cards.map(({ product, reason }) => [String(product), { by: reason.by, ref: refOf(reason) }]))
  return { offers: JSON.stringify(slot.cards.map(toOffer)), notes: JSON.stringify({ v: NOTES_VERSION, cards: notes }) }
}

function toOffer({ product }: Card): string {
  return toGid('Product', product)
}

/** What a cart line carries home, so that the order tells which rule or model sold it. */
function refOf(reason: Reason): string {
  return reason.by === 'rule' ? reason.rule : reason.model
}
