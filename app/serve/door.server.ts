import type { Allow } from '#app/rate-limit.ts'
import type { PublishedSnapshot } from './published-snapshot.server.ts'
import { readAsk } from './read-ask.ts'
import { recommend, type Recommended } from './recommend.ts'
import type { Snapshots } from './snapshot.server.ts'
import { verifyProxy } from './verify-proxy.server.ts'

/** Where Shopify's app proxy sends what was asked of the app in a shop, at whatever path of the shop that is: its signed `path_prefix` says. */
export const DOOR = '/proxy/'
const OFFERS = '/proxy/offers'

export interface DoorAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | string
}

export interface DoorPlace {
  /** Any of which Shopify may have signed with. */
  readonly secrets: readonly string[]
  readonly snapshots: Snapshots<PublishedSnapshot>
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
  const ask = readAsk(verdict.asked)
  if (path !== OFFERS || !ask) return refusal(path === OFFERS ? 400 : 404, 'There is no such thing to ask for')
  const published = place.snapshots.of(verdict.shop)
  if (published === 'busy') return BUSY
  return respond(recommend(ask, await published))
}

/** Nothing here is a page: nobody frames it, and it runs nothing. */
const GUARDED = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'", 'X-Content-Type-Options': 'nosniff' }
const JSON_HEADERS = { ...GUARDED, 'Content-Type': 'application/json; charset=utf-8' }
const NOTHING = '{"v":1,"cards":[]}'

function respond(recommended: Recommended): DoorAnswer {
  if (recommended.kind === 'cards')
    return { status: 200, headers: { ...JSON_HEADERS, 'Cache-Control': 'private, max-age=30' }, body: recommended.wire }
  return {
    status: recommended.why === 'shop-not-served' ? 404 : 200,
    headers: { ...JSON_HEADERS, 'Cache-Control': 'no-store' },
    body: NOTHING,
  }
}

/** Nobody needs an answer that comes late: what the page shows already stands. */
export const BUSY = refusal(503, 'Too much is asked at the moment', { 'Retry-After': '1' })

function refusal(status: number, why: string, more: Readonly<Record<string, string>> = {}): DoorAnswer {
  const headers = { ...GUARDED, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...more }
  return { status, headers, body: why }
}
