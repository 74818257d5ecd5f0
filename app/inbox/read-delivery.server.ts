import { verifyWebhook } from '#app/shopify/verify-webhook.server.ts'
import { allowedFields } from './allowed-fields.ts'
import { otherKind } from './named-kind.ts'
import { namedShop } from './named-shop.ts'
import type { Arrived } from './store-deliveries.server.ts'
import { readWebhookBody } from './webhook-body.server.ts'

export type DeliveryRead =
  | { readonly kind: 'kept'; readonly arrived: Arrived }
  /** Signed, and of a topic that the app has no use for. */
  | { readonly kind: 'unwanted' }
  /** Signed, and of nothing that is in a shop. */
  | { readonly kind: 'sample'; readonly told: { readonly shop: string; readonly topic: string } }
  /** `told` is what the headers say where the signature is Shopify's. */
  | {
      readonly kind: 'refused'
      readonly status: 400 | 401
      readonly why: string
      readonly told?: { readonly shop: string; readonly topic: string }
    }

/**
 * What came in at the webhooks' door, reduced to what may be kept: signed by Shopify, a JSON object as Shopify writes one, and of
 * the shop and the kind that the headers name, as far as the body says of which it is. `now` in milliseconds.
 */
export function readDelivery(headers: Pick<Headers, 'get'>, body: Uint8Array, secrets: readonly string[], now: number): DeliveryRead {
  const verdict = verifyWebhook(headers, body, secrets, now)
  if (verdict.kind === 'refused') return verdict
  const { delivery } = verdict
  const { shop, topic } = delivery
  const refuse = (why: string): DeliveryRead => ({ kind: 'refused', status: 400, why, told: { shop, topic } })
  const said = readWebhookBody(body)
  if (!said) return refuse('The body is no JSON object')
  const named = namedShop(topic, said, shop)
  if (named.kind === 'other') return refuse(named.why)
  const other = otherKind(topic, said)
  if (other) return refuse(other)
  const reduced = allowedFields(topic, said)
  if (reduced.kind === 'broken') return refuse(reduced.why)
  if (reduced.kind === 'unwanted') return reduced
  if (reduced.kind === 'sample') return { ...reduced, told: { shop, topic } }
  return { kind: 'kept', arrived: { delivery, kept: reduced.kept, shopNumber: named.number } }
}
