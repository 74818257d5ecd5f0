import { EARLIEST_DAY } from '#app/catalog/clock.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { EVERY_PLACEMENT, type Placement } from '#app/commerce/placement.ts'

/** A visit that a merchant imagines, and which rules it is to meet. It is all in the page's address. */
export interface PreviewRequest {
  readonly placement: Placement
  /** The product on the page, or in the cart; null where none is chosen. */
  readonly product: ProductId | null
  /** What is being worked on, or what the shop shows. */
  readonly of: 'working' | 'live'
  /** Null where nobody is signed in. */
  readonly customer: { readonly tags: readonly string[]; readonly orders: number } | null
  readonly cart: readonly { readonly id: ProductId; readonly quantity: number }[]
  /** The cart is in another currency than the shop's own. */
  readonly isForeign: boolean
  readonly market: string | null
  readonly language: string
  /** "2026-12-24"; null is today. */
  readonly date: string | null
  /** How many cards the block is set to show, 1 to 12. */
  readonly cards: number
}

const MOST_LINES = 50
const MOST_TAGS = 50
const LONGEST = 255
const CARDS_UNLESS_SAID = 4

/** Reads any query: what cannot be read is as if it were not there. */
export function readPreviewRequest(query: URLSearchParams): PreviewRequest {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, LONGEST)
  const product = wholeIn(text('product'))
  const date = text('date')
  const tags = query.getAll('tag').map((tag) => tag.trim().slice(0, LONGEST))
  return {
    placement: EVERY_PLACEMENT.find((one) => one === text('placement')) ?? 'product-page',
    product: product as ProductId | null,
    of: text('of') === 'live' ? 'live' : 'working',
    customer: query.has('orders') ? { tags: tags.filter(Boolean).slice(0, MOST_TAGS), orders: wholeIn(text('orders')) ?? 0 } : null,
    cart: query.getAll('cart').slice(0, MOST_LINES).flatMap(lineIn),
    isForeign: query.has('foreign'),
    market: text('market') || null,
    language: text('language') || 'en',
    date: isDay(date) ? date : null,
    cards: Math.min(12, wholeIn(text('cards')) || CARDS_UNLESS_SAID),
  }
}

/** The query that `readPreviewRequest` reads as just this. */
export function writePreviewRequest({
  placement,
  product,
  of,
  customer,
  cart,
  isForeign,
  market,
  language,
  date,
  cards,
}: PreviewRequest): URLSearchParams {
  const query = new URLSearchParams()
  if (placement !== 'product-page') query.set('placement', placement)
  if (product !== null) query.set('product', String(product))
  if (of === 'live') query.set('of', of)
  if (customer) query.set('orders', String(customer.orders))
  for (const tag of customer?.tags ?? []) query.append('tag', tag)
  for (const { id, quantity } of cart) query.append('cart', `${id}x${quantity}`)
  if (isForeign) query.set('foreign', '1')
  if (market) query.set('market', market)
  if (language !== 'en') query.set('language', language)
  if (date) query.set('date', date)
  if (cards !== CARDS_UNLESS_SAID) query.set('cards', String(cards))
  return query
}

function wholeIn(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

function lineIn(text: string): { id: ProductId; quantity: number }[] {
  const [, id, quantity] = /^([1-9]\d{0,14})x([1-9]\d{0,3})$/.exec(text) ?? []
  return id === undefined ? [] : [{ id: Number(id) as ProductId, quantity: Number(quantity) }]
}

/** Whether there is such a day, and it may be meant. */
function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= EARLIEST_DAY && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
}
