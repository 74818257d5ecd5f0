import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import { PLACEMENTS, type Lock, type Placement } from '#app/commerce/placement.ts'
import type { DrawnDelivery } from '#app/rules/conditions/drawn.ts'
import type { FreeDelivery } from '#app/rules/free-delivery.ts'
import type { NeedMet } from '#app/rules/need.ts'
import { drawnAmounts, drawnDelivery } from './delivery/drawn-delivery.ts'
import { asksForDay, drawnGuard, type DrawnGuard } from './drawn-guard.ts'
import { markOf } from './mark-of.ts'
import { Once } from './once.ts'
import type { Promised } from './promised.ts'
import { refOf, type Card, type Choice, type FilledPlacement, type FilledSlot } from './slot.ts'

/** Who chose a card, and on what terms. Anybody can read it: no counts, no names of rules. */
export interface Note {
  readonly by: string
  /** What a cart line carries home, so that the order tells which rule or model sold it. */
  readonly ref: string
  /** Which of `ifs` must hold when the page is drawn. */
  readonly if?: number
  readonly need?: NeedMet
  /** In the cart it is nested under the line of the product that it is offered beside. */
  readonly nest?: true
  /** In a cart that is not delivered free yet, it comes before all else where its price closes the gap. */
  readonly gap?: true
  /** In a cart it may take the place of the product that it is offered beside; where it is that product itself, by subscription. */
  readonly instead?: true
  /** It is a gift and shown only in carts worth so much, in Liquid's hundredths by currency. */
  readonly gift?: Readonly<Record<string, number>>
  /** Which of `texts` says to the shopper why it is offered here. */
  readonly text?: number
  /** What comes off it once it is in the cart beside what it is offered beside. */
  readonly d?: Promised
}

/** One sentence to shoppers, by language. */
export type Texts = Readonly<Record<string, string>>

/** One card, wherever it stands. */
export interface CardNote extends Note {
  /** The product's id. */
  readonly p: ProductId
  /** Who else chose it: the first stands whose guard holds. */
  readonly or?: readonly Note[]
  /** Ids of products beside which it is not shown. */
  readonly apart?: readonly ProductId[]
  /** Handles of markets, folded as Liquid folds them, in which it is not shown. */
  readonly notIn?: readonly string[]
  /** On a collection's page it is shown only where the collection holds it. */
  readonly here?: true
}

export interface SlotNote {
  readonly lock: Exclude<Lock, 'off'>
  /** Which of the cards stand in it, best first. */
  readonly cards: readonly number[]
}

export interface Notes {
  /** Raised when the shape changes, so that a theme block knows what it reads. */
  readonly v: 2
  /** Each guard once; notes name them by their place. */
  readonly ifs?: readonly DrawnGuard[]
  /** Tells these guards from those that were published before: who says which of them hold says of which. */
  readonly mark?: string
  readonly cards: readonly CardNote[]
  /** What cards say to shoppers, each once; notes name them by their place. */
  readonly texts?: readonly Texts[]
  /** The slots of each placement; one that holds nothing has no cards, a placement that holds nothing is absent. */
  readonly slots: Readonly<Partial<Record<Placement, readonly SlotNote[]>>>
  /** While two rules are compared: the slots of the product's page with the other rule in the place of the one; null where that changes nothing. */
  readonly compared?: { readonly id: string; readonly slots: readonly (SlotNote | null)[] }
  /** Products that a model finds near the one on the page, nearest first: what a shopper has seen tells by them what he would like to see. */
  readonly near?: readonly ProductId[]
  /** After how many days who bought the product usually buys it again. */
  readonly again?: number
  /** The shop's time zone, where a guard asks for the day: Liquid knows it, the checkout does not. */
  readonly zone?: string
  /** From what on a cart is delivered free; beside what is offered in carts, where the merchant states it. */
  readonly free?: readonly DrawnDelivery[]
  /** Of the shop's own notes: the path at which its storefront passes requests on to us, unless its merchant has moved it. */
  readonly proxy?: string
}

/** What is said of a page beside its cards, and what may be promised of them. */
export interface Besides extends Pick<Notes, 'near' | 'proxy' | 'zone'> {
  readonly again?: { readonly product: ProductId; readonly days: number }
  readonly freeDelivery?: readonly FreeDelivery[] | undefined
  readonly compared?: ComparedPage | undefined
  readonly promised?: (card: ProductId, rule: RuleId) => Promised | undefined
  /** What a card says to the shopper, by whose word it stands. */
  readonly textOf?: (card: ProductId, choice: Choice) => Texts | undefined
}

/** The slots of a product's page with the other of two compared rules; null where that changes nothing. */
export interface ComparedPage {
  readonly id: string
  readonly slots: readonly (FilledSlot | null)[]
}

/** What is published of some placements: the products, each once, and the notes on them. */
export interface Noted {
  readonly offers: readonly ProductId[]
  readonly notes: Notes
}

/** Shopify's Liquid goes through no longer list. */
const MOST_OFFERS = 50
/** Of all texts: in any script they leave a good part of what Shopify takes of JSON to the rest. */
const MOST_LETTERS = 30_000

/** Writes down what stands at some placements; undefined where that is nothing. `currency` is the shop's own. */
export function writeNotes(
  placements: readonly FilledPlacement[],
  currency: string,
  { near = [], proxy, zone, again, freeDelivery, compared, promised, textOf }: Besides = {},
): Noted | undefined {
  const offers = new Set<ProductId>()
  const stated = drawnDelivery(freeDelivery)
  const ifs = new Once()
  const cards = new Once()
  const texts = new Once(MOST_LETTERS)
  const noteOf = (choice: Choice, card: ProductId): Note => {
    const { reason, guard, need, nest, closesGap, instead, giftFrom } = choice
    const said = textOf?.(card, choice)
    const text = said && texts.placeWithRoom(said)
    const d = reason.by === 'rule' ? promised?.(card, reason.rule) : undefined
    return {
      by: reason.by,
      ref: refOf(reason),
      ...(guard && { if: ifs.placeOf(drawnGuard(guard, currency, stated)) }),
      ...(need && { need }),
      ...(nest && { nest }),
      ...(closesGap && { gap: true }),
      ...(instead && { instead: true }),
      ...(giftFrom && { gift: drawnAmounts(giftFrom) }),
      ...(text !== undefined && { text }),
      ...(d && { d }),
    }
  }
  const cardOf = (card: Card): number[] => {
    if (offers.size === MOST_OFFERS && !offers.has(card.product)) return []
    offers.add(card.product)
    const { otherwise, apart, notIn, here } = card
    const rest = {
      ...(otherwise && { or: otherwise.map((one) => noteOf(one, card.product)) }),
      ...(apart && { apart }),
      ...(notIn && { notIn }),
      ...(here && { here }),
    }
    return [cards.placeOf({ p: card.product, ...noteOf(card, card.product), ...rest })]
  }
  const noteOfSlot = ({ lock, slot }: FilledSlot) => slotNote(lock, slot.kind === 'filled' ? slot.cards.flatMap(cardOf) : [])
  const known = new Map<FilledPlacement['slots'], SlotNote[]>()
  const slots: Partial<Record<Placement, readonly SlotNote[]>> = {}
  for (const { placement, slots: filled } of placements) {
    if (!filled.some(({ slot }) => slot.kind === 'filled')) continue
    const noted = known.get(filled) ?? filled.map(noteOfSlot)
    known.set(filled, noted)
    slots[placement] = noted
  }
  // Behind all that everybody may see: it finds no room before that does.
  const other = compared && { id: compared.id, slots: compared.slots.map((slot) => slot && noteOfSlot(slot)) }
  // A list of references is never empty: where nothing is offered, the product that is bought again stands for itself, on no card.
  if (offers.size === 0 && again) offers.add(again.product)
  if (offers.size === 0) return undefined
  const guards = ifs.all() as DrawnGuard[]
  const said = texts.all() as Texts[]
  return {
    offers: [...offers],
    notes: {
      v: 2,
      ...(guards.length > 0 && { ifs: guards, mark: markOf(JSON.stringify(guards)) }),
      cards: cards.all() as CardNote[],
      ...(said.length > 0 && { texts: said }),
      slots,
      ...(other && { compared: other }),
      ...(near.length > 0 && { near }),
      ...(again && { again: again.days }),
      ...(zone && guards.some(asksForDay) && { zone }),
      ...(stated.length > 0 && speaksInCarts(slots) && { free: stated }),
      ...(proxy !== undefined && { proxy }),
    },
  }
}

function speaksInCarts(slots: Notes['slots']): boolean {
  return (Object.keys(slots) as Placement[]).some((placement) => PLACEMENTS[placement].about === 'cart')
}

/** A slot that is off holds nothing, as a locked one may. */
function slotNote(lock: Lock, cards: readonly number[]): SlotNote {
  return { lock: lock === 'off' ? 'locked' : lock, cards }
}
