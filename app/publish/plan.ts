import { SHOP_PAGE, type ProductId, type RuleId } from '#app/commerce/ids.ts'
import type { FreeDelivery } from '#app/rules/free-delivery.ts'
import type { ComparedPage, Texts } from '#app/slots/note.ts'
import type { Promised } from '#app/slots/promised.ts'
import type { Choice, FilledPlacement } from '#app/slots/slot.ts'
import { NO_DIGESTS, type SlotDigests, type LiveSlot } from './live-slot.ts'
import { toMetafields, type PublishedPage } from './slot-metafields.ts'

/** What may be promised of a card beside a product because of a rule; undefined for nothing. */
export type PromisedBeside = (beside: ProductId, card: ProductId, rule: RuleId) => Promised | undefined

/** What a card beside a product says to the shopper, by whose word it stands; undefined for nothing. */
export type TextBeside = (beside: ProductId, card: ProductId, choice: Choice) => Texts | undefined

/** What is to stand beside a product, or beside none. */
export interface WantedPage {
  readonly placements: readonly FilledPlacement[]
  /** What a model finds near the product, nearest first. */
  readonly near?: readonly ProductId[]
  /** After how many days who bought it usually buys it again. */
  readonly again?: number
  /** What stands there instead where a browser sees the other of two rules. */
  readonly compared?: ComparedPage
  /** The shop's. */
  readonly timezone?: string
}

export interface SlotWrite extends PublishedPage {
  readonly product: ProductId
  readonly placements: readonly FilledPlacement[]
  /** What we believe to stand there: the write gives way where something else does. */
  readonly before: SlotDigests
}

/** What must change in the shop for it to show what it should. */
export interface PublishPlan {
  readonly writes: readonly SlotWrite[]
  readonly deletes: readonly ProductId[]
}

/** What is said of all pages alike. */
interface PlannedBeside {
  readonly proxy?: string | undefined
  readonly promised?: PromisedBeside
  readonly freeDelivery?: readonly FreeDelivery[] | undefined
  readonly textOf?: TextBeside | undefined
}

/**
 * Compares what should stand with what does. An unchanged page is in neither list, so an unchanged plan writes nothing.
 * Products that are in `published` but not in `wanted` are deleted: they have left the catalogue.
 * `currency` is the shop's own; `promised` is what may be promised of a card, `textOf` what it says to the shopper; `proxy` is the path at which its storefront passes requests on to us;
 * `freeDelivery` is from what on it delivers free.
 */
export function planPublish(
  wanted: ReadonlyMap<ProductId, WantedPage>,
  published: ReadonlyMap<ProductId, LiveSlot>,
  currency: string,
  { proxy, promised, freeDelivery, textOf }: PlannedBeside = {},
): PublishPlan {
  const writes: SlotWrite[] = []
  const deletes: ProductId[] = []
  for (const [product, { placements, near, again, compared, timezone }] of wanted) {
    const next = toMetafields(placements, currency, {
      ...(near && { near }),
      ...(compared && { compared }),
      ...(timezone && { zone: timezone }),
      ...(freeDelivery && { freeDelivery }),
      ...(again !== undefined && { again: { product, days: again } }),
      ...(product === SHOP_PAGE && proxy && { proxy }),
      ...(promised && { promised: (card, rule) => promised(product, card, rule) }),
      ...(textOf && { textOf: (card, choice) => textOf(product, card, choice) }),
    })
    const now = published.get(product)
    if (next && (next.offers !== now?.offers || next.notes !== now.notes))
      writes.push({ ...next, product, placements, before: now?.digests ?? NO_DIGESTS })
    if (!next && now) deletes.push(product)
  }
  for (const product of published.keys()) if (!wanted.has(product)) deletes.push(product)
  return { writes, deletes }
}
