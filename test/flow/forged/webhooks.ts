import { createHmac } from 'node:crypto'
import fc from 'fast-check'

/** A delivery as it comes in at the door. A header named twice arrives twice. */
export interface ForgedDelivery {
  readonly how: string
  readonly body: Uint8Array
  readonly headers: readonly (readonly [string, string])[]
}

const SIGNATURE = 'x-shopify-hmac-sha256'
const mac = (body: Uint8Array, secret: string, hash = 'sha256') => createHmac(hash, secret).update(body).digest()

const anyBody = fc.oneof(
  fc.json().map((text) => Buffer.from(text)),
  fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.constant(Buffer.from(JSON.stringify({ id: 1, updated_at: '2026-11-01T10:00:00Z', line_items: [] }))),
)

/** The body with one bit turned, one byte more, one less, or cut short: never the body itself. */
const altered = (body: Buffer) =>
  fc.oneof(
    fc.tuple(fc.nat(body.length - 1), fc.nat(7)).map(([at, bit]) => {
      const other = Buffer.from(body)
      other[at] = other[at]! ^ (1 << bit)
      return other
    }),
    fc.nat(255).map((byte) => Buffer.concat([body, Buffer.of(byte)])),
    fc.nat(255).map((byte) => Buffer.concat([Buffer.of(byte), body])),
    fc.nat(body.length - 1).map((length) => body.subarray(0, length)),
  )

/** Deliveries that Shopify did not sign so, each close to one that it would have signed with `secret`. */
export function forgedWebhooks(secret: string, shop: string): fc.Arbitrary<ForgedDelivery> {
  return anyBody.chain((body) => {
    const right = mac(body, secret)
    const signed = (how: string, signature: string, sent: Uint8Array = body): ForgedDelivery => ({
      how,
      body: sent,
      headers: [...usual(shop), [SIGNATURE, signature]],
    })
    const good = right.toString('base64')
    return fc.oneof(
      altered(body).map((sent) => signed('altered body', good, sent)),
      fc
        .string({ minLength: 1, maxLength: 40 })
        .filter((other) => other !== secret)
        .map((other) => signed('wrong key', mac(body, other).toString('base64'))),
      fc.constantFrom('sha1', 'sha384', 'sha512', 'md5').map((hash) => signed('other hash', mac(body, secret, hash).toString('base64'))),
      fc.nat(255).map((bit) => {
        const other = Buffer.from(right)
        other[bit >> 3] = other[bit >> 3]! ^ (1 << (bit & 7))
        return signed('altered signature', other.toString('base64'))
      }),
      fc.nat(good.length - 1).map((length) => signed('truncated signature', good.slice(0, length))),
      fc.constantFrom(
        signed('hexadecimal', right.toString('hex')),
        signed('without padding', good.replace(/=+$/, '')),
        signed('twice in one header', `${good}, ${good}`),
        signed('junk behind it', `${good}!`),
        signed('padded more', `${good}=`),
        signed('named algorithm', `sha256=${good}`),
        signed('empty', ''),
        { how: 'no signature', body, headers: usual(shop) },
        { how: 'signature twice', body, headers: [...usual(shop), [SIGNATURE, good], [SIGNATURE, good]] as const },
        {
          how: 'false, then right',
          body,
          headers: [...usual(shop), [SIGNATURE, mac(body, 'x').toString('base64')], [SIGNATURE, good]] as const,
        },
        {
          how: 'right, then false',
          body,
          headers: [...usual(shop), [SIGNATURE, good], [SIGNATURE, mac(body, 'x').toString('base64')]] as const,
        },
        { how: 'under another name', body, headers: [...usual(shop), ['x-shopify-hmac-sha512', good]] as const },
      ),
      fc
        .base64String({ maxLength: 88 })
        .filter((text) => text !== good)
        .map((text) => signed('guessed', text)),
      fc
        .constant(signed('signature of the secret', mac(Buffer.from(secret), secret).toString('base64')))
        .filter(() => !body.equals(Buffer.from(secret))),
      fc.constant(signed('signature of nothing', mac(Buffer.of(), secret).toString('base64'))),
    )
  })
}

const usual = (shop: string): readonly (readonly [string, string])[] => [
  ['content-type', 'application/json'],
  ['x-shopify-topic', 'orders/updated'],
  ['x-shopify-shop-domain', shop],
  ['x-shopify-webhook-id', 'forged'],
]
