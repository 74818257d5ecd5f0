import { createHmac, timingSafeEqual } from 'node:crypto'
import { readShopId, type ShopId } from '#app/commerce/ids.ts'

/** What a delivery's headers say, once its signature has proved that Shopify wrote its body. */
export interface VerifiedDelivery {
  readonly shop: ShopId
  readonly topic: string
  readonly webhookId: string
  /** What happened in the shop, of which several deliveries may tell; null where the headers do not say. */
  readonly eventId: string | null
  /** Milliseconds since 1970: when the event was made, by the sender's word alone. Nothing that guards a shop rests on it. */
  readonly triggeredAt: number
  readonly body: Uint8Array
}

export type Verdict =
  | { readonly kind: 'verified'; readonly delivery: VerifiedDelivery }
  | { readonly kind: 'refused'; readonly status: 400 | 401; readonly why: string }

/** No webhook is older than Shopify's first API version; clocks differ by less than a day. */
const EARLIEST = Date.UTC(2019, 0)
const CLOCKS_DIFFER = 24 * 60 * 60 * 1000

/** Whether there is something that could be a signature at all: looked at before the body is read. */
export function bearsSignature(headers: Pick<Headers, 'get'>): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(headers.get('x-shopify-hmac-sha256') ?? '')
}

/**
 * Checks the base64 HMAC-SHA256 of the raw body under one of the app's secrets, then reads the headers. Nothing of the body is looked at before the
 * signature holds. `now` stands in for a missing time of the event.
 */
export function verifyWebhook(headers: Pick<Headers, 'get'>, body: Uint8Array, secrets: readonly string[], now: number): Verdict {
  // Compared as text: reading base64 would forgive junk, and a header that came twice.
  const given = Buffer.from(headers.get('x-shopify-hmac-sha256') ?? '')
  const fits = (secret: string): boolean => {
    const made = Buffer.from(createHmac('sha256', secret).update(body).digest('base64'))
    return given.length === made.length && timingSafeEqual(given, made)
  }
  if (!secrets.some(fits)) return { kind: 'refused', status: 401, why: 'The signature does not fit the body' }

  const shop = readShopId(headers.get('x-shopify-shop-domain'))
  const topic = headers.get('x-shopify-topic')?.toLowerCase()
  const webhookId = headers.get('x-shopify-webhook-id')
  if (!shop) return { kind: 'refused', status: 400, why: 'X-Shopify-Shop-Domain is no shop' }
  if (!topic || !/^[a-z_]+\/[a-z_]+$/.test(topic)) return { kind: 'refused', status: 400, why: 'X-Shopify-Topic is no topic' }
  if (!webhookId || webhookId.length > 128) return { kind: 'refused', status: 400, why: 'X-Shopify-Webhook-Id is missing' }
  const eventId = headers.get('x-shopify-event-id') || null
  if (eventId && eventId.length > 128) return { kind: 'refused', status: 400, why: 'X-Shopify-Event-Id is too long' }
  const triggeredAt = readTime(headers.get('x-shopify-triggered-at'), now)
  if (triggeredAt === undefined) return { kind: 'refused', status: 400, why: 'X-Shopify-Triggered-At is no time that can be' }
  return { kind: 'verified', delivery: { shop, topic, webhookId, eventId, triggeredAt, body } }
}

/** `now` where nothing is said; undefined where what is said is no time, or none at which an event can have been made. */
function readTime(said: string | null, now: number): number | undefined {
  if (said === null || said === '') return now
  const time = Date.parse(said)
  return time >= EARLIEST && time <= now + CLOCKS_DIFFER ? time : undefined
}
