import { SHOP_PAGE, type ProductId } from '#app/commerce/ids.ts'
import { PLACEMENTS, type SlotMix, type Source } from '#app/commerce/placement.ts'
import { drawInOrder, type Drawable } from '#app/slots/draw-in-order.ts'
import { guardHolds } from '#app/slots/guard-holds.ts'
import type { CardNote, Note, Notes } from '#app/slots/note.ts'
import { SLOT_SIZE } from '#app/slots/slot.ts'
import type { Visit } from '#app/slots/visit.ts'
import type { NextProduct } from './next-product.ts'
import { areApart, isLacking, mayBeOffered, mayChoose, type Offerable } from './offerable.ts'
import type { OfferRequest } from './read-offer-request.ts'
import type { ServedShop } from './served-shop.ts'
import { todayIn } from './today-in.ts'
import type { WireCard } from './wire.ts'

/** A card that is to be shown, by whose word, and how many packs of it where that meets a need. */
export interface ChosenCard extends WireCard, Pick<Note, 'need'> {
  readonly product: ProductId
  /** What it says to the shopper, in the language of the ask. */
  readonly text?: string
  /** The product in whose cart line it is nested, where it is in the cart. */
  readonly under?: ProductId
}

/** A card that may be shown: its published note, with the notes that it names guards of, or a list of the customer's. */
interface Candidate extends Drawable {
  readonly source: Source | 'pinned'
  readonly words: readonly Note[]
  readonly notes: Notes | undefined
  /** Of what is published beside a product: which. */
  readonly beside?: ProductId
}

const DAY = 24 * 60 * 60 * 1000
/** Products of a cart whose own cards are looked at. */
const MOST_PAGES = 50

/**
 * Chooses the cards of one slot for a visit: what is published for it, and in an open slot alone what comes next for the
 * customer, each source in its turn; then just what the theme would draw of that. Nothing that stands on the page already, lies
 * in the cart, cannot be bought or was just bought is chosen.
 */
export function chooseCards(ask: OfferRequest, shop: ServedShop, now: number): ChosenCard[] {
  const { offerable, nextFor } = shop
  const published = pagesOf(ask).flatMap((product) => {
    const notes = shop.pageOf(product)?.notes()
    return notes ? cardsOf(notes, ask, product) : []
  })
  const mix = offerable?.mixes[ask.placement]?.[ask.slot]
  const today = now / DAY
  const own = mix?.lock === 'open' && offerable ? ownCandidates(nextFor, ask, offerable, mix, today) : []
  const candidates = own.length === 0 ? published : inTurn([...published, ...own], mix!)

  const justBought = new Set(nextFor.flatMap(({ product, kind, day }) => (kind === 'bought' && day > today ? [product] : [])))
  const isTaken = (product: ProductId) => product === ask.product || ask.seen.has(product) || justBought.has(product)
  const visit = visitOf(ask, offerable, now)
  const page = ask.product === undefined ? [] : [ask.product]
  const drawn = drawInOrder(
    candidates.filter(({ product }) => !isTaken(product)),
    {
      inCart: new Set((ask.cart ?? []).map(({ product }) => product)),
      market: ask.market ?? null,
      mostShown: SLOT_SIZE,
      whyNot: (product) => (offerable && !mayBeOffered(offerable, product) ? 'sold-out' : undefined),
      holdsHere: (product) => ask.held.has(product),
      isCart: PLACEMENTS[ask.placement].about === 'cart',
      onPage: page,
      // Nor does a product ever stand beside itself: what stands beside several lines of a cart comes more than once.
      isApart: (card, other) =>
        card.product === other ||
        (card.apart?.includes(other) ?? false) ||
        (offerable !== undefined && areApart(offerable, card.product, other)),
    },
    ({ words, notes }) =>
      words.find((word) => isDrawnByAnybody(word) && (word.if === undefined || stands(word.if, notes!, ask.told, visit))),
  )
  return drawn.flatMap((one) => (one.kind === 'shown' ? [chosen(one.card, one.choice, ask.language)] : []))
}

/** A gift and a swap hang on lines and sums that the theme alone knows: it draws them itself. */
const isDrawnByAnybody = ({ gift, instead }: Note) => !gift && !instead

/** Whether a guard of a page's holds: by what Liquid says, where it has the same guards as we; else by what we know. */
function stands(at: number, { ifs, mark }: Notes, told: OfferRequest['told'], visit: Visit): boolean {
  const holding = told.get(mark ?? '')
  return holding ? holding.has(at) : guardHolds(ifs![at]!, visit) === true
}

function chosen({ product, beside, notes }: Candidate, { by, ref, need, nest, text: at }: Note, language = ''): ChosenCard {
  const text = at === undefined ? undefined : notes?.texts?.[at]?.[language.split('-', 1)[0]!]
  return { product, by, ref, ...(need && { need }), ...(text && { text }), ...(nest && beside !== undefined && { under: beside }) }
}

/** Whose published cards are looked at. A cart's are those of its products, in the cart's order. */
function pagesOf({ placement, product, cart }: OfferRequest): readonly ProductId[] {
  if (product !== undefined) return [product]
  if (PLACEMENTS[placement].about !== 'cart' || !cart || cart.length === 0) return [SHOP_PAGE]
  return [...new Set(cart.map((line) => line.product))].slice(0, MOST_PAGES)
}

function cardsOf(notes: Notes, { placement, slot }: OfferRequest, beside: ProductId): Candidate[] {
  return (notes.slots[placement]?.[slot]?.cards ?? []).map((at) => asCandidate(notes.cards[at]!, notes, beside))
}

function asCandidate(card: CardNote, notes: Notes, beside: ProductId): Candidate {
  const { p: product, apart, notIn, here, or } = card
  const source = card.by === 'rule' ? 'rules' : (card.by as Candidate['source'])
  return {
    product,
    source,
    words: or ? [card, ...or] : [card],
    notes,
    beside,
    ...(apart && { apart }),
    ...(notIn && { notIn }),
    ...(here && { here }),
  }
}

/** What comes next for the customer, as far as the machine may choose it for this place. */
function ownCandidates(
  nextFor: readonly NextProduct[],
  ask: OfferRequest,
  offerable: Offerable,
  { sources }: SlotMix,
  today: number,
): Candidate[] {
  return nextFor.flatMap(({ product, kind, day }): Candidate[] => {
    const source = sourceOf(kind, day, today)
    if (!source || !sources.includes(source) || !mayChoose(offerable, ask.placement, product)) return []
    if (typeof ask.market === 'string' && isLacking(offerable, ask.market, product)) return []
    return [{ product, source, words: [{ by: source, ref: source }], notes: undefined }]
  })
}

function sourceOf(kind: NextProduct['kind'], day: number, today: number): Source | undefined {
  switch (kind) {
    case 'next':
      return 'next-for-you'
    case 'again':
      return day <= today ? 'buy-again' : undefined
    case 'bought':
      return undefined
    default:
      return kind satisfies never
  }
}

/** Each source's cards where the merchant wants them; what is pinned stands before all that the machine chose. */
function inTurn(candidates: readonly Candidate[], { sources }: SlotMix): Candidate[] {
  const machine = sources.findIndex((source) => source !== 'rules')
  const placeOf = ({ source }: Candidate) => (source === 'pinned' ? machine - 0.5 : sources.indexOf(source))
  return candidates.toSorted((a, b) => placeOf(a) - placeOf(b))
}

function visitOf({ cart, customer, market, language }: OfferRequest, offerable: Offerable | undefined, now: number): Visit {
  return { cart, isSignedIn: customer !== undefined, market, language, today: () => todayIn(offerable?.timezone ?? 'UTC', now) }
}
