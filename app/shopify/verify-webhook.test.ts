import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyWebhook } from './verify-webhook.server.ts'

const SECRET = 'hush-hush-hush-hush'
const NOW = Date.parse('2026-11-21T12:00:00Z')
const sign = (body: Uint8Array, secret = SECRET) => createHmac('sha256', secret).update(body).digest('base64')
const bytes = (text: string) => new TextEncoder().encode(text)

function headersFor(body: Uint8Array, changes: Record<string, string | null> = {}): Headers {
  const all: Record<string, string | null> = {
    'x-shopify-hmac-sha256': sign(body),
    'x-shopify-shop-domain': 'nimbus-toys.myshopify.com',
    'x-shopify-topic': 'orders/create',
    'x-shopify-webhook-id': 'w-1',
    'x-shopify-event-id': 'e-1',
    'x-shopify-triggered-at': '2026-11-21T11:59:00Z',
    ...changes,
  }
  return new Headers(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null))
}

describe('verifyWebhook', () => {
  it('reads the headers of a body that Shopify signed', () => {
    const body = bytes('{"id":1}')
    expect(verifyWebhook(headersFor(body), body, [SECRET], NOW)).toEqual({
      kind: 'verified',
      delivery: {
        shop: 'nimbus-toys.myshopify.com',
        topic: 'orders/create',
        webhookId: 'w-1',
        eventId: 'e-1',
        triggeredAt: NOW - 60_000,
        body,
      },
    })
  })

  it('accepts no altered byte, no other key and no other form of the signature', () => {
    const anyBody = fc.uint8Array({ minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(anyBody, fc.nat(), fc.integer({ min: 1, max: 255 }), fc.string({ minLength: 1 }), (body, at, flip, other) => {
        const altered = body.with(at % body.length, body[at % body.length]! ^ flip)
        const refused = (headers: Headers, given: Uint8Array) =>
          expect(verifyWebhook(headers, given, [SECRET], NOW)).toMatchObject({ kind: 'refused', status: 401 })
        refused(headersFor(body), altered)
        refused(headersFor(body, { 'x-shopify-hmac-sha256': sign(body, SECRET + other) }), body)
        refused(headersFor(body, { 'x-shopify-hmac-sha256': Buffer.from(sign(body), 'base64').toString('hex') }), body)
        refused(headersFor(body, { 'x-shopify-hmac-sha256': sign(body).slice(0, -5) }), body)
        refused(headersFor(body, { 'x-shopify-hmac-sha256': null }), body)
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    [{ 'x-shopify-shop-domain': 'evil.example.com' }, /Shop-Domain/],
    [{ 'x-shopify-shop-domain': null }, /Shop-Domain/],
    [{ 'x-shopify-topic': '../../etc' }, /Topic/],
    [{ 'x-shopify-webhook-id': null }, /Webhook-Id/],
    [{ 'x-shopify-webhook-id': '' }, /Webhook-Id/],
    [{ 'x-shopify-webhook-id': 'x'.repeat(129) }, /Webhook-Id/],
    [{ 'x-shopify-event-id': 'x'.repeat(200) }, /Event-Id/],
  ])('refuses signed deliveries whose headers make no sense: %j', (changes, why) => {
    const body = bytes('{}')
    expect(verifyWebhook(headersFor(body, changes), body, [SECRET], NOW)).toMatchObject({
      kind: 'refused',
      status: 400,
      why: expect.stringMatching(why) as string,
    })
  })

  it('takes ids of up to 128 characters', () => {
    const [body, id] = [bytes('{}'), 'x'.repeat(128)]
    const read = verifyWebhook(headersFor(body, { 'x-shopify-webhook-id': id, 'x-shopify-event-id': id }), body, [SECRET], NOW)
    expect(read).toMatchObject({ kind: 'verified', delivery: { webhookId: id, eventId: id } })
  })

  it('takes the time of arrival where the event tells none', () => {
    const body = bytes('{}')
    expect(verifyWebhook(headersFor(body, { 'x-shopify-triggered-at': null }), body, [SECRET], NOW)).toMatchObject({
      delivery: { triggeredAt: NOW },
    })
  })
})
