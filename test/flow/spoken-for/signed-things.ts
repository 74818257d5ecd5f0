import { readFileSync } from 'node:fs'
import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import type { ShopId } from '#app/commerce/ids.ts'
import { OPTIONAL_TOPICS } from '#app/shopify/optional-topics.ts'
import { LOCAL_API_KEY, LOCAL_API_SECRET } from '../../running/app-processes.ts'
import { readAppConfig } from '../../simulator/admin/app-config.ts'
import { signSessionToken } from '../../simulator/admin/oauth/session-token.ts'
import { signWebhook } from '../../simulator/webhooks/sign-webhook.ts'
import { bodyOf } from './webhook-bodies.ts'

/** The doors that a signature can open. */
export type DoorName = 'admin' | 'storefront' | 'webhooks' | 'events'

/** A text and the mark that was truly made of it with the app's secret: what its holder may carry to any door. */
export interface Signed {
  readonly text: string
  readonly mark: Buffer
}

/** A kind of thing that Shopify signs with the app's secret for whoever it is handed to. */
export interface SignedThing {
  readonly name: string
  /** The door that it opens; null where it opens none, or none any more. */
  readonly opens: DoorName | null
  /** Made for a shop, with whatever its holder can put into it. `seconds` since 1970. */
  readonly made: (shop: string, seconds: number) => fc.Arbitrary<Signed>
}

const { pixelTokenOf } = await import('#app/signals/storefront-events/pixel-token.server.ts')
const marked = (text: string): Signed => ({ text, mark: createHmac('sha256', LOCAL_API_SECRET).update(text).digest() })
const app = { key: LOCAL_API_KEY, secret: LOCAL_API_SECRET }
const always = (make: (shop: string, seconds: number) => Signed) => (shop: string, seconds: number) => fc.constant(make(shop, seconds))

function sessionToken(shop: string, seconds: number): Signed {
  const token = signSessionToken(app, shop, new Date(seconds * 1000))
  const [head, claims, mark] = token.split('.') as [string, string, string]
  return { text: `${head}.${claims}`, mark: Buffer.from(mark, 'base64url') }
}

/** Parts of a JSON object as somebody would hide one in an address of their own making, before and behind what Shopify puts there. */
const ownWords = fc.oneof(
  fc.constantFrom(
    [' {"a":"', 'x'],
    ['\n{"a":"', 'x'],
    ['\t{"shop_id":1,"a":"', ''],
    ['{"a":"', 'x'],
    ['\uFEFF{"a":"', 'x'],
    ['"', 'x'],
    ['[', '1'],
    ['', '{'],
    ['z', '","id":7}'],
    ['zz', '"}'],
    ['product', '1'],
    ['placement', 'product-page'],
  ),
  fc.tuple(fc.string({ maxLength: 20 }), fc.string({ maxLength: 40 })),
) as fc.Arbitrary<readonly [string, string]>
const anyOwn = fc.array(ownWords, { maxLength: 3 })

/** `shop/redact` of a victim, spread over an address: what one would most like to have signed. */
const polyglot = (victim: string): readonly (readonly [string, string])[] => [
  [' {"a":"', ''],
  ['z', `","shop_domain":"${victim}","myshopify_domain":"${victim}","id":7}`],
]

const sorted = (pairs: readonly (readonly [string, string])[], seam: string) =>
  pairs
    .map(([key, value]) => `${key}=${value}`)
    .toSorted()
    .join(seam)

const launch = (shop: string, seconds: number) =>
  fc
    .oneof(anyOwn, fc.constant(polyglot('ours.myshopify.com')))
    .map((own) =>
      marked(
        sorted(
          [
            ...own,
            ['embedded', '1'],
            ['host', Buffer.from(`admin.shopify.com/store/${shop.split('.')[0]!}`).toString('base64url')],
            ['id_token', Object.values(sessionToken(shop, seconds)).join('.')],
            ['locale', 'en'],
            ['session', '0'.repeat(64)],
            ['shop', shop],
            ['timestamp', String(seconds)],
          ],
          '&',
        ),
      ),
    )

const proxied = (shop: string, seconds: number) =>
  fc
    .oneof(anyOwn, fc.constant(polyglot('ours.myshopify.com')))
    .map((own) =>
      marked(
        sorted(
          [...own, ['logged_in_customer_id', ''], ['path_prefix', '/apps/tandem'], ['shop', shop], ['timestamp', String(seconds)]],
          '',
        ),
      ),
    )

/** Every topic that the app hears of, by its configuration or by its own subscriptions. */
export const TOPICS: readonly string[] = [
  ...readAppConfig(readFileSync('shopify.app.toml', 'utf8'), {
    key: app.key,
    secret: app.secret,
    url: 'http://localhost',
  }).subscriptions.flatMap(({ topics }) => topics),
  ...OPTIONAL_TOPICS.map(({ topic }) => topic),
]

const flowAction = (shop: string): Signed =>
  marked(
    JSON.stringify({
      id: 7,
      shop_id: 7,
      shopify_domain: shop,
      action_run_id: 'fc3ee4c7-1b30-4fbf-a2b6-8d7f3b2c1e5d',
      action_definition_id: 'do-it',
      properties: { shop_domain: 'ours.myshopify.com', a: '"}{"' },
    }),
  )

/** Sealed with a key of ours, and in every shopper's hands: a text that nothing need be added to. */
const pixelToken = (shop: string): Signed => ({ text: pixelTokenOf(shop as ShopId), mark: Buffer.alloc(0) })

/** All that is ever signed with the app's secret, or sealed with our own key for others to carry. Whatever else comes to be signed needs a line here. */
export const SIGNED_THINGS: readonly SignedThing[] = [
  { name: 'session token', opens: 'admin', made: always(sessionToken) },
  { name: 'session token, expired', opens: null, made: always((shop, seconds) => sessionToken(shop, seconds - 3_600)) },
  { name: 'session token, not yet valid', opens: null, made: always((shop, seconds) => sessionToken(shop, seconds + 3_600)) },
  { name: 'launch address', opens: null, made: launch },
  { name: 'proxied ask', opens: 'storefront', made: proxied },
  { name: 'proxied ask, too old', opens: null, made: (shop, seconds) => proxied(shop, seconds - 3_600) },
  { name: "pixel's token", opens: 'events', made: always(pixelToken) },
  { name: 'action of a flow', opens: null, made: always(flowAction) },
  ...TOPICS.map((topic): SignedThing => ({
    name: `webhook ${topic}`,
    opens: 'webhooks',
    made: always((shop) => {
      const text = JSON.stringify(bodyOf(topic, shop))
      return { text, mark: Buffer.from(signWebhook(Buffer.from(text), app.secret), 'base64') }
    }),
  })),
]
