import { z } from 'zod'
import type { OrderId, ProductId } from '#app/commerce/ids.ts'
import { readCompared } from '#app/commerce/compared.ts'
import { readSoldBy } from '#app/commerce/sold-by.ts'
import { readVisit, type VisitId } from '#app/commerce/visit.ts'
import { parseKeepable } from '#app/platform/parse-keepable.ts'

/** What the shop's pixel tells of an offer, or that what was in the cart was ordered. Nobody vouches for it. */
export type StorefrontEvent = { readonly id: string } & (
  | { readonly kind: OfferEventKind; readonly soldBy: string; readonly product: ProductId }
  | { readonly kind: 'ordered'; readonly order: OrderId }
  | PageReached
)

/** A page was reached on which slots had something to show, in whichever arm the browser is. */
export interface PageReached {
  readonly kind: 'reached'
  readonly visit: VisitId
  /** Of the measurement, as the page was drawn in. */
  readonly epoch: number
  /** Where the slot was drawn for each of two rules that are compared: which comparison, and for which of the two. */
  readonly compared?: string | undefined
  readonly offers: readonly { readonly soldBy: string; readonly product: ProductId }[]
}

export const OFFER_EVENTS = ['seen', 'clicked', 'added'] as const
export type OfferEventKind = (typeof OFFER_EVENTS)[number]

/** What one post of a pixel holds. */
export interface EventBatch {
  /** Says whose pixel it is; see `pixel-token.server.ts`. */
  readonly token: string
  /** What Shopify calls the browser by, where its shopper agrees to analytics. */
  readonly visitor: string
  readonly events: readonly StorefrontEvent[]
}

export type EventReading =
  | { readonly kind: 'batch'; readonly batch: EventBatch }
  /** `why` names the field. */
  | { readonly kind: 'refused'; readonly why: string }

/** Events of one post: a page shows no more offers at once. */
export const MOST_EVENTS = 50
/** Bytes of a post; what is longer is not read. */
export const MOST_EVENT_BYTES = 16_384

const named = z.string().regex(/^[\w-]{1,64}$/)
const productId = z
  .int()
  .positive()
  .transform((id) => id as ProductId)
const orderId = z
  .int()
  .positive()
  .transform((id) => id as OrderId)
const soldBy = z.string().transform((text, context) => {
  const read = readSoldBy(text)
  if (read === null) context.addIssue('no slot of ours')
  return read ?? z.NEVER
})
const visit = z.string().transform((text, context) => {
  const read = readVisit(text)
  if (read === null) context.addIssue('no visit of ours')
  return read ?? z.NEVER
})
const compared = z.string().transform((text, context) => {
  const read = readCompared(text)
  if (read === null) context.addIssue('no comparison of ours')
  return read ?? z.NEVER
})
const offers = z
  .array(z.strictObject({ soldBy, product: productId }))
  .min(1)
  .max(MOST_EVENTS)
const batchSchema = z.strictObject({
  token: z.string().regex(/^[\w.-]{1,300}$/),
  visitor: named,
  events: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ id: named, kind: z.enum(OFFER_EVENTS), soldBy, product: productId }),
        z.strictObject({ id: named, kind: z.literal('ordered'), order: orderId }),
        z.strictObject({
          id: named,
          kind: z.literal('reached'),
          visit,
          epoch: z.int32().positive(),
          compared: compared.optional(),
          offers,
        }),
      ]),
    )
    .min(1)
    .max(MOST_EVENTS),
})

/** Reads the text of a post: whole, or refused with the first field that is wrong. */
export function readEvents(text: string): EventReading {
  let document: unknown
  try {
    document = parseKeepable(text)
  } catch {
    return { kind: 'refused', why: 'The body is no JSON' }
  }
  const read = batchSchema.safeParse(document)
  if (read.success) return { kind: 'batch', batch: read.data }
  const [issue] = read.error.issues
  return { kind: 'refused', why: `${issue!.path.join('.') || 'The body'}: ${issue!.message}` }
}
