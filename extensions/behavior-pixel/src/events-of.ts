import { readSoldBy } from '../../../app/commerce/sold-by.ts'

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
)

/** Offers of one event: a page shows no more at once. */
const MOST_OFFERS = 40

/** What the app is told of an event: one for each offer, nothing where it says nothing of one. */
export function eventsOf({ id, name, customData, data }: HeardEvent): ToldEvent[] {
  if (name === ORDERED) {
    // A global id, or its number alone.
    const order = Number(data?.checkout?.order?.id?.split('/').at(-1))
    return Number.isSafeInteger(order) && order > 0 ? [{ id, kind: 'ordered', order }] : []
  }
  const kind = HEARD[name]
  const { offers } = (customData ?? {}) as { offers?: unknown }
  if (!kind || !Array.isArray(offers)) return []
  return offers.slice(0, MOST_OFFERS).flatMap((offer: { soldBy?: unknown; product?: unknown } | null, at): ToldEvent[] => {
    const product = Number(offer?.product)
    const soldBy = readSoldBy(offer?.soldBy)
    // The app takes a post whole or not at all: what another script has published costs none of ours.
    if (soldBy === null || !Number.isSafeInteger(product) || product <= 0) return []
    return [{ id: `${id}-${at}`, kind, soldBy, product }]
  })
}
