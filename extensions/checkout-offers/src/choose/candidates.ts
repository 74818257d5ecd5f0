import type { ProductId } from '../../../../app/commerce/ids.ts'
import type { Placement } from '../../../../app/commerce/placement.ts'
import type { Drawable } from '../../../../app/slots/draw-in-order.ts'
import type { DrawnGuard } from '../../../../app/slots/drawn-guard.ts'
import type { ReadNote, ReadNotes } from '../read/read-notes.ts'

/** A card that may be shown: whoever speaks for it, and beside which product. */
export interface Candidate extends Drawable {
  readonly beside: ProductId
  readonly words: readonly ReadNote[]
  readonly ifs: readonly DrawnGuard[]
  /** Everything beside the same product by the same word: of gifts there is one. */
  readonly gifts: (ref: string) => readonly ProductId[]
}

/** Products of a cart or an order whose own cards are looked at. */
const MOST_BESIDE = 50

/** The cards published for a slot beside products, product by product. `slot` counts from 0. */
export function candidatesOf(
  placement: Placement,
  slot: number,
  products: readonly ProductId[],
  notesOf: (product: ProductId) => ReadNotes | undefined,
): Candidate[] {
  return [...new Set(products)].slice(0, MOST_BESIDE).flatMap((beside) => {
    const notes = notesOf(beside)
    const positions = notes?.slots[placement]?.[slot]?.cards ?? []
    const gifts = (ref: string) => (notes?.cards ?? []).flatMap((card) => (card?.ref === ref ? [card.p] : []))
    return positions.flatMap((at): Candidate[] => {
      const card = notes?.cards[at]
      if (!notes || !card) return []
      const { p: product, or = [], apart = [], notIn = [], here } = card
      return [{ product, beside, words: [card, ...or], ifs: notes.ifs, gifts, apart, notIn, ...(here && { here }) }]
    })
  })
}
