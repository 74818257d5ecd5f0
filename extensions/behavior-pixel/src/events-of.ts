import { readCompared } from '../../../app/commerce/compared.ts'
import { readSoldBy } from '../../../app/commerce/sold-by.ts'
import { readVisit } from '../../../app/commerce/visit.ts'

/** What is published of a page on which slots had something to show. */
export const REACHED = 'tandem:reached'
/** What a block publishes, and what it is called where it is kept. */
export const HEARD: Readonly<Record<string, 'seen' | 'clicked' | 'added'>> = {
  'tandem:seen': 'seen',
  'tandem:clicked': 'clicked',
  'tandem:added': 'added',
}
export const ORDERED = 'checkout_completed'

/** An event as Shopify hands it to a pixel, of which anything may be missing: any script of the shop can publish one. */
export interface HeardEvent {
  readonly id: string
  readonly name: string
  readonly customData?: unknown
  readonly data?: { readonly checkout?: { readonly order?: { readonly id?: string | null } | null } }
}

/** As the app reads it. */
export type ToldEvent = { readonly id: string } & (
  | { readonly kind: 'seen' | 'clicked' | 'added'; readonly soldBy: string; readonly product: number }
  | { readonly kind: 'ordered'; readonly order: number }
  | {
      readonly kind: 'reached'
      readonly visit: string
      readonly epoch: number
      readonly compared?: string
      readonly offers: readonly Offer[]
    }
)

interface Offer {
  readonly soldBy: string
  readonly product: number
}

/** Offers of one event: a page shows no more at once. */
const MOST_OFFERS = 40

/** What the app is told of an event: one for each offer, nothing where it says nothing of one. */
export function eventsOf({ id, name, customData, data }: HeardEvent): ToldEvent[] {
  if (name === ORDERED) {
    // A global id, or its number alone.
    const order = Number(data?.checkout?.order?.id?.split('/').at(-1))
    return Number.isSafeInteger(order) && order > 0 ? [{ id, kind: 'ordered', order }] : []
  }
  const { offers, visit, epoch, compared } = (customData ?? {}) as Readonly<Record<string, unknown>>
  const read = Array.isArray(offers) ? offers.slice(0, MOST_OFFERS).flatMap(readOffer) : []
  if (name === REACHED) {
    const told = readVisit(visit)
    const of = readCompared(compared)
    return told && read.length > 0 && Number.isSafeInteger(epoch)
      ? [{ id, kind: 'reached', visit: told, epoch: Number(epoch), ...(of && { compared: of }), offers: read }]
      : []
  }
  const kind = HEARD[name]
  return kind ? read.map((offer, at) => ({ id: `${id}-${at}`, kind, ...offer })) : []
}

/** The app takes a post whole or not at all: what another script has published costs none of ours. */
function readOffer(offer: { soldBy?: unknown; product?: unknown } | null): Offer[] {
  const product = Number(offer?.product)
  const soldBy = readSoldBy(offer?.soldBy)
  return soldBy === null || !Number.isSafeInteger(product) || product <= 0 ? [] : [{ soldBy, product }]
}
