import { createHmac } from 'node:crypto'

/** Shopify's mark on a delivery: base64 of the HMAC-SHA256 of exactly the bytes that are sent. */
export function signWebhook(body: Buffer, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64')
}
