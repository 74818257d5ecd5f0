import type { OrderId, ProductId } from '#app/commerce/ids.ts'
import type { Order } from '#app/commerce/order.ts'
import { OFFERED_DAYS } from '../ledger/offered-days.ts'
import type { OfferedRow } from '../ledger/count-visitor.ts'

/** Why it is not known in which arm an order's shopper was. */
export type WhyUnknown =
  /** It was made before anything was measured. */
  | 'not-measured'
  /** It was not made in the online store, where alone somebody can have been held out. */
  | 'elsewhere'
  /** It carries no visit: no consent, no script, or a way to buy that leaves the cart out. */
  | 'no-visit'
  /** The visit is known, but none of its pages had anything to show, as far as was noted. */
  | 'came-by-nothing'
  /** What its visit came by is not kept any more. */
  | 'too-long-ago'

/** In which arm an order's shopper was when it was made. */
export type StoryArm =
  | { readonly kind: 'shown'; readonly epoch: number }
  | { readonly kind: 'held-out'; readonly epoch: number }
  | { readonly kind: 'unknown'; readonly why: WhyUnknown }

/** What became of one product that a slot had to show before the order was made. */
export type OfferOutcome =
  /** It was shown, and this very slot sold it. */
  | { readonly kind: 'taken' }
  /** It was shown and bought, but from another slot, or from none of ours (null). */
  | { readonly kind: 'bought-elsewhere'; readonly soldBy: string | null }
  /** It was shown, and is not in the order. */
  | { readonly kind: 'passed-over' }
  /** It was not shown: the visitor was held out. Bought all the same, it counts against us. */
  | { readonly kind: 'held-out'; readonly isBought: boolean }

/** A product that a slot had to show. */
export interface StoryOffer {
  readonly product: ProductId
  /** The slot and its author: `PLACEMENT/AUTHOR/REF`. */
  readonly soldBy: string
  /** When the visitor first came by, milliseconds. */
  readonly at: number
  readonly outcome: OfferOutcome
}

/** How a line came into the order, as far as is known. */
export type Origin =
  /** A slot of ours sold it, as the line itself says. */
  | { readonly kind: 'sold'; readonly soldBy: string; readonly isNoted: boolean }
  /** It was shown in a slot before, and bought from elsewhere. */
  | { readonly kind: 'shown-before' }
  /** A slot would have shown it, and the visitor was held out. */
  | { readonly kind: 'held-out' }
  /** No slot that the visitor came by had it. */
  | { readonly kind: 'by-itself' }
  /** It is not known what the shopper came by. */
  | { readonly kind: 'unknown' }

export interface StoryLine {
  /** Null once the shop has deleted the product, or for a line typed in by hand. */
  readonly product: ProductId | null
  /** As ordered, and what is left of it. */
  readonly quantity: number
  readonly left: number
  readonly origin: Origin
}

/** What one order had to do with us. */
export interface Story {
  readonly order: OrderId
  readonly at: number
  /** In Shopify's words; null where nobody said. */
  readonly channel: string | null
  readonly isCancelled: boolean
  readonly arm: StoryArm
  /** In the order in which the visitor came by. */
  readonly offers: readonly StoryOffer[]
  readonly lines: readonly StoryLine[]
}

interface KnownOfOrder {
  readonly order: Order
  /** What slots had to show the visitor, whenever. */
  readonly offered: readonly OfferedRow[]
  /** When the measurement began, milliseconds; undefined where there is none. */
  readonly startedAt: number | undefined
  readonly now: number
}

const OFFERED_FOR = OFFERED_DAYS * 24 * 60 * 60 * 1000

/**
 * Tells one order's story from what was noted of its visitor before it was made. Nothing is guessed: what was not noted is unknown,
 * and only what a line itself says was sold by us.
 */
export function storyOf({ order, offered, startedAt, now }: KnownOfOrder): Story {
  const before = offered.filter(({ at }) => at <= order.processedAt).toSorted((a, b) => a.at - b.at)
  const last = before.at(-1)
  const arm: StoryArm = last
    ? { kind: last.isHeldOut ? 'held-out' : 'shown', epoch: last.epoch }
    : { kind: 'unknown', why: whyUnknown(order, startedAt, now) }
  return {
    order: order.id,
    at: order.processedAt,
    channel: order.channel,
    isCancelled: order.cancelledAt !== null,
    arm,
    offers: before.map(({ product, soldBy, at, isHeldOut }) => ({
      product,
      soldBy,
      at,
      outcome: outcomeOf(order, product, soldBy, isHeldOut),
    })),
    lines: order.lines.map(({ productId, quantity, currentQuantity, soldBy }) => ({
      product: productId,
      quantity,
      left: currentQuantity,
      origin: originOf(productId, soldBy, before),
    })),
  }
}

function outcomeOf({ lines }: Order, product: ProductId, slot: string, isHeldOut: boolean): OfferOutcome {
  const bought = lines.filter((line) => line.productId === product)
  if (isHeldOut) return { kind: 'held-out', isBought: bought.length > 0 }
  if (bought.some(({ soldBy }) => soldBy === slot)) return { kind: 'taken' }
  const [one] = bought
  return one ? { kind: 'bought-elsewhere', soldBy: one.soldBy } : { kind: 'passed-over' }
}

function originOf(product: ProductId | null, soldBy: string | null, before: readonly OfferedRow[]): Origin {
  const of = before.filter((row) => row.product === product)
  if (soldBy !== null) return { kind: 'sold', soldBy, isNoted: of.some((row) => row.soldBy === soldBy) }
  if (before.length === 0) return { kind: 'unknown' }
  if (of.some(({ isHeldOut }) => !isHeldOut)) return { kind: 'shown-before' }
  return { kind: of.length > 0 ? 'held-out' : 'by-itself' }
}

function whyUnknown({ processedAt, channel, visit }: Order, startedAt: number | undefined, now: number): WhyUnknown {
  if (startedAt === undefined || processedAt < startedAt) return 'not-measured'
  if (channel !== null && channel !== 'web') return 'elsewhere'
  if (visit === null) return 'no-visit'
  return now - processedAt > OFFERED_FOR ? 'too-long-ago' : 'came-by-nothing'
}
