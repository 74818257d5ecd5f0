import type { ProductId } from '../../../app/commerce/ids.ts'
import type { DrawnGuard } from '../../../app/slots/drawn-guard.ts'
import { drawInTurn } from '../../../app/slots/draw-in-turn.ts'
import { guardHolds } from '../../../app/slots/guard-holds.ts'
import type { Note } from '../../../app/slots/note.ts'
import type { Visit } from '../../../app/slots/visit.ts'
import type { Candidate } from './candidates.ts'
import type { Offer } from './offers.ts'

/** A card that is shown, by whose word. */
export interface ShownCard {
  readonly offer: Offer
  readonly note: Note
  /** The product beside which it is offered. */
  readonly beside: ProductId
}

/**
 * What is shown of candidates, in their order, just as the theme's block has it. An offer that Shopify does not tell of is not sold
 * to this shopper. Whatever nobody can tell here, such as how a customer is tagged, counts as not so.
 */
export function draw(
  candidates: readonly Candidate[],
  visit: Visit,
  offerOf: (product: ProductId) => Offer | undefined,
  mostShown: number,
): ShownCard[] {
  const drawn = drawInTurn(
    candidates,
    {
      inCart: new Set(visit.cart?.map(({ product }) => product)),
      market: visit.market ?? null,
      mostShown,
      whyNot: (product) => (offerOf(product) ? undefined : 'sold-out'),
      holdsHere: () => false,
      isCart: true,
      // What stands beside several products comes more than once.
      isApart: (card, other) => card.product === other || (card.apart?.includes(other) ?? false),
    },
    ({ words, ifs }) => words.find((word) => word.if === undefined || holds(ifs[word.if], visit)),
  )
  return drawn.flatMap((one) => {
    const offer = offerOf(one.card.product)
    return one.kind === 'shown' && offer ? [{ offer, note: one.choice, beside: one.card.beside }] : []
  })
}

/** A guard that somebody else wrote may be anything. */
function holds(guard: DrawnGuard | undefined, visit: Visit): boolean {
  try {
    return guard !== undefined && guardHolds(guard, visit) === true
  } catch {
    return false
  }
}
