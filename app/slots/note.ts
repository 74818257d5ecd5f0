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
    const first = noteOf(card)
    return [String(card.product), card.otherwise ? { ...first, or: card.otherwise.map(noteOf) } : first]
  })
  const ifs = [...places.keys()].map((written) => JSON.parse(written) as DrawnGuard)
  return { v: 1, ...(ifs.length > 0 && { ifs }), cards: Object.fromEntries(byProduct) as Notes['cards'] }
}

/** What of a published card stands at any moment; undefined where it waits for one. */
export function standingNote(note: Note): Note | undefined {
  return [note, ...(note.or ?? [])].find((one) => one.if === undefined)
}

function refOf(reason: Reason): string {
  return reason.by === 'rule' ? reason.rule : reason.model
}
