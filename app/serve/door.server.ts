import type { ShopId } from '#app/commerce/ids.ts'
import type { Allow } from '#app/platform/http/rate-limit.ts'
import type { CustomerSnapshot } from '#app/serve/snapshots/customer-snapshot.server.ts'
import type { OfferableSnapshot } from '#app/serve/snapshots/offerable-snapshot.server.ts'
import type { PublishedSnapshot } from '#app/serve/snapshots/published-snapshot.server.ts'
import type { Snapshots } from '#app/serve/snapshots/snapshot.server.ts'
import type { MarkupIn } from './card-markup.server.ts'
import { readOfferRequest, type OfferRequest } from './read-offer-request.ts'
import { recommend, recommendDrawn, type Recommended } from './recommend.ts'
import type { ServedShop } from './served-shop.ts'
import { verifyProxy } from './verify-proxy.server.ts'

/** Where Shopify's app proxy sends what was asked of the app in a shop, at whatever path of the shop that is: its signed `path_prefix` says. */
export const DOOR = '/proxy/'
const OFFERS = '/proxy/offers'

export interface DoorAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface DoorPlace {
  /** Any of which Shopify may have signed with. */
  readonly secrets: readonly string[]
  readonly published: Snapshots<PublishedSnapshot>
  readonly offerable: Snapshots<OfferableSnapshot>
  readonly customers: Snapshots<CustomerSnapshot>
  /** The theme's card, for answers that Shopify draws. */
  readonly markupIn: MarkupIn
  readonly allowShop: Allow
  /** Whether what is asked now would be answered too late. */
  readonly isLate: () => boolean
  /** Hears when Shopify signed an ask (milliseconds) that is refused for its time alone. */
  readonly refusedForTime?: (signedAt: number) => void
}

/**
 * The storefront's door: verify, read, recommend, respond. It reads memory, or a file where a shop was not asked for lately;
 * it never writes. `target` is the path with its query, `now` in milliseconds.
 */
export async function answer(method: string, target: string, now: number, place: DoorPlace): Promise<DoorAnswer> {
  if (place.isLate()) return BUSY
  const at = target.indexOf('?')
  const path = at < 0 ? target : target.slice(0, at)
  if (method !== 'GET' && method !== 'HEAD') return refusal(405, 'Only GET and HEAD are answered here', { Allow: 'GET, HEAD' })
  const verdict = verifyProxy(at < 0 ? '' : target.slice(at + 1), place.secrets, now)
  if (verdict.kind === 'refused') {
    if (verdict.signedAt !== undefined) place.refusedForTime?.(verdict.signedAt)
    return refusal(verdict.status, verdict.why)
  }
  if (!place.allowShop(verdict.shop)) return refusal(429, 'Too many requests', { 'Retry-After': '1' })
  const ask = readOfferRequest(verdict.asked)
  if (path !== OFFERS || !ask) return refusal(path === OFFERS ? 400 : 404, 'There is no such thing to ask for')
  const shop = await servedShop(verdict.shop, ask, place)
  if (shop === 'busy') return BUSY
  if (!ask.drawn || !shop) return respond(recommend(ask, shop, now), ask)
  const body = recommendDrawn(ask, ask.drawn.showsPrice, shop, now, place.markupIn(ask.language))
  return { status: 200, headers: TO_BE_DRAWN, body }
}

/** What is known of a shop, as far as the ask needs it; undefined of one that is not served. */
async function servedShop(id: ShopId, { customer }: OfferRequest, place: DoorPlace): Promise<ServedShop | 'busy' | undefined> {
  // All are asked for at once: where they are cold, files are read beside each other.
  const [inPublished, inOfferable] = [place.published.of(id), place.offerable.of(id)]
  const inCustomers = customer === undefined ? undefined : place.customers.of(id)
  const [published, offerable, customers] = [await inPublished, await inOfferable, await inCustomers]
  if (published === undefined) return undefined
  if (published === 'busy' || offerable === 'busy' || customers === 'busy') return 'busy'
  return {
    pageOf: published.pageOf,
    offerable: offerable?.offerable,
    nextFor: customer === undefined ? [] : (customers?.nextFor(customer) ?? []),
  }
}

/** Nothing here is a page: nobody frames it, and it runs nothing. */
const GUARDED = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'", 'X-Content-Type-Options': 'nosniff' }
const JSON_HEADERS = { ...GUARDED, 'Content-Type': 'application/json; charset=utf-8' }
const ANYBODYS = { ...JSON_HEADERS, 'Cache-Control': 'private, max-age=30' }
/** Of a customer's answer nothing stays in a browser that others may sit at later. */
const ONES_OWN = { ...JSON_HEADERS, 'Cache-Control': 'no-store' }
/** Shopify draws it with what it knows of the visit. */
const TO_BE_DRAWN = { ...ONES_OWN, 'Content-Type': 'application/liquid; charset=utf-8' }
const NOTHING = '{"v":1,"cards":[]}'

function respond(recommended: Recommended, { customer }: OfferRequest): DoorAnswer {
  if (recommended.kind === 'cards') return { status: 200, headers: customer === undefined ? ANYBODYS : ONES_OWN, body: recommended.wire }
  return { status: recommended.why === 'shop-not-served' ? 404 : 200, headers: ONES_OWN, body: NOTHING }
}

/** Nobody needs an answer that comes late: what the page shows already stands. */
export const BUSY = refusal(503, 'Too much is asked at the moment', { 'Retry-After': '1' })

function refusal(status: number, why: string, more: Readonly<Record<string, string>> = {}): DoorAnswer {
  const headers = { ...GUARDED, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...more }
  return { status, headers, body: why }
}
