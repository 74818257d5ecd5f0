import type { ProductId } from '#app/commerce/ids.ts'
import type { Placement } from '#app/commerce/placement.ts'
import type { CardNote, Notes, SlotNote } from '#app/slots/note.ts'

/** What is published of a page that shows the products at one placement, in one slot, by one rule. */
export function aPage(
  products: readonly number[],
  ref = 'r',
  placement: Placement = 'product-page',
  lock: SlotNote['lock'] = 'locked',
): Notes {
  return somePage(
    products.map((product) => ({ p: product as ProductId, by: 'rule', ref })),
    placement,
    lock,
  )
}

/** The same of any cards. */
export function somePage(cards: readonly CardNote[], placement: Placement, lock: SlotNote['lock'], ifs?: Notes['ifs']): Notes {
  return { v: 2, ...(ifs && { ifs }), cards, slots: { [placement]: [{ lock, cards: [...cards.keys()] }] } }
}
