import type { ProductId } from '#app/commerce/ids.ts'
import type { NeedMet } from '#app/rules/need.ts'
import { drawnGuard, type DrawnGuard } from './drawn-guard.ts'
import type { Card, Choice, Reason } from './slot.ts'

/** Who chose a card, and on what terms. Anybody can read it: no counts, no names of rules. */
export interface Note {
  readonly by: string
  /** What a cart line carries home, so that the order tells which rule or model sold it. */
  readonly ref: string
  /** Which of `ifs` must hold when the page is drawn. */
  readonly if?: number
  readonly need?: NeedMet
  /** Who else chose it: the first stands whose guard holds. */
  readonly or?: readonly Note[]
  /** Product ids of cards before it: where one of them is shown, this one is not. */
  readonly apart?: readonly ProductId[]
  /** Handles of markets, folded as Liquid folds them, in which it is not shown. */
  readonly notIn?: readonly string[]
}

export interface Notes {
  /** Raised when the shape changes, so that a theme block knows what it reads. */
  readonly v: 1
  /** Each guard once; notes name them by their place. */
  readonly ifs?: readonly DrawnGuard[]
  /** By product id. */
  readonly cards: Readonly<Record<string, Note>>
}

/** The notes of a slot's cards. `currency` is the shop's own. */
export function notesOf(cards: readonly Card[], currency: string): Notes {
  const places = new Map<string, number>()
  const placeOf = (guard: DrawnGuard) => {
    const written = JSON.stringify(guard)
    const place = places.get(written) ?? places.size
    places.set(written, place)
    return place
  }
  const noteOf = ({ reason, guard, need }: Choice): Note => ({
    by: reason.by,
    ref: refOf(reason),
    ...(guard && { if: placeOf(drawnGuard(guard, currency)) }),
    ...(need && { need }),
  })
  const byProduct = cards.map((card) => {
    const { product, otherwise, apart, notIn } = card
    return [
      String(product),
      { ...noteOf(card), ...(otherwise && { or: otherwise.map(noteOf) }), ...(apart && { apart }), ...(notIn && { notIn }) },
    ]
  })
  const ifs = [...places.keys()].map((written) => JSON.parse(written) as DrawnGuard)
  return { v: 1, ...(ifs.length > 0 && { ifs }), cards: Object.fromEntries(byProduct) as Notes['cards'] }
}

/**
 * What of published cards, given in their order, is shown by somebody who knows neither moment nor market: those that wait for none, each by
 * the note by which it stands; of two that never stand together, the earlier.
 */
export function standingNotes(products: readonly ProductId[], { cards }: Notes): Map<ProductId, Note> {
  const standing = new Map<ProductId, Note>()
  for (const product of products) {
    const note = cards[product]
    const stands = note && [note, ...(note.or ?? [])].find((one) => one.if === undefined)
    if (stands && !note.apart?.some((earlier) => standing.has(earlier))) standing.set(product, stands)
  }
  return standing
}

function refOf(reason: Reason): string {
  return reason.by === 'rule' ? reason.rule : reason.model
}
