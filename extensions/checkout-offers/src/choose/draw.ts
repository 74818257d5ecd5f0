import type { ProductId } from '../../../../app/commerce/ids.ts'
import { closersFirst } from '../../../../app/slots/delivery/closers-first.ts'
import { drawInOrder } from '../../../../app/slots/draw-in-order.ts'
import type { DrawnGuard } from '../../../../app/slots/drawn-guard.ts'
import { guardHolds } from '../../../../app/slots/guard-holds.ts'
import type { Note } from '../../../../app/slots/note.ts'
import type { Visit } from '../../../../app/slots/visit.ts'
import type { Offer } from '../offers.ts'
import type { ReadNote } from '../read/read-notes.ts'
import type { Candidate } from './candidates.ts'

/** A card that is shown, by whose word. */
export interface ShownCard {
  readonly offer: Offer
  readonly note: ReadNote
  /** The product beside which it is offered. */
  readonly beside: ProductId
}

/** What of an order decides, beside the visit. */
export interface DrawnOrder {
  /** What is missing to free delivery, in hundredths. */
  readonly gap?: number | undefined
  /** Whether an offer can take the place of a product in it. */
  readonly canSwap?: (beside: ProductId, offer: Offer) => boolean
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
  { gap, canSwap = () => false }: DrawnOrder = {},
): ShownCard[] {
  const worthOf = ({ product, words }: Candidate) => {
    const prices = words.some((word) => word.gap) ? (offerOf(product)?.choices ?? []).map(({ amount }) => amount) : []
    return prices.length === 0 ? undefined : Math.round(Math.min(...prices) * 100) * (words[0]?.need?.packs ?? 1)
  }
  const isHeld = (product: ProductId) => visit.cart?.some((line) => line.product === product) ?? false
  const stands = ({ words, ifs, beside, product, gifts }: Candidate) =>
    words.find((word) => {
      const offer = offerOf(product)
      if (word.instead && !(offer && canSwap(beside, offer))) return false
      if (word.gift && (!isReached(word.gift, visit) || gifts(word.ref).some(isHeld))) return false
      return word.if === undefined || holds(ifs[word.if], visit)
    })
  const drawn = drawInOrder(
    closersFirst(candidates, gap, worthOf),
    {
      inCart: new Set(visit.cart?.map(({ product }) => product)),
      market: visit.market ?? null,
      mostShown,
      whyNot: (product) => (offerOf(product) ? undefined : 'sold-out'),
      holdsHere: () => false,
      isCart: true,
      mayRepeat: isItself,
      // What stands beside several products comes more than once.
      isApart: (card, other) => (card.product === other && !isItself(card)) || (card.apart?.includes(other) ?? false),
    },
    stands,
  )
  return drawn.flatMap((one) => {
    const offer = offerOf(one.card.product)
    return one.kind === 'shown' && offer ? [{ offer, note: one.choice, beside: one.card.beside }] : []
  })
}

/** The product beside itself: by subscription. */
export const isItself = ({ product, beside }: Pick<Candidate, 'product' | 'beside'>) => product === beside

function isReached(gift: NonNullable<Note['gift']>, { subtotal }: Visit): boolean {
  const from = subtotal && gift[subtotal.currency]
  return from !== undefined && subtotal !== undefined && subtotal.hundredths >= from
}

/** A guard that somebody else wrote may be anything. */
function holds(guard: DrawnGuard | undefined, visit: Visit): boolean {
  try {
    return guard !== undefined && guardHolds(guard, visit) === true
  } catch {
    return false
  }
}
