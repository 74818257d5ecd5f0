import { LOCAL_API_KEY, LOCAL_API_SECRET } from '../../running/app-processes.ts'
import { shopNumber } from '../../simulator/admin/global-id.ts'
import { TOPICS, type DoorName, type Signed } from './signed-things.ts'

/** What came of carrying a signed text to a door: for whom it opened, and as what. */
export interface Opened {
  readonly shop: string
  readonly as: string
}

export interface Door {
  readonly name: DoorName
  /** The file that looks at the signature. */
  readonly guard: string
  /** Carries the text to the door in every way that the door takes, under the name of `shop`. `now` in milliseconds. */
  readonly carry: (signed: Signed, shop: string, now: number) => Promise<readonly Opened[]>
}

const { readDelivery } = await import('#app/inbox/read-delivery.server.ts')
const { identifyCaller: whoAsks } = await import('#app/front/identify-caller.server.ts')
const { readPixelToken } = await import('#app/signals/storefront-events/pixel-token.server.ts')
const { verifyProxy } = await import('#app/serve/verify-proxy.server.ts')

/** Kinds of what is kept that name a thing and say nothing of it: what it is, Shopify is asked with the shop's own token. */
export const MERELY_NAMED: readonly string[] = [
  'product',
  'collection',
  'inventory-item',
  'order-named',
  'order-deleted',
  'merge',
  'scopes',
]

const webhooks: Door = {
  name: 'webhooks',
  guard: 'app/shopify/verify-webhook.server.ts',
  async carry({ text, mark }, shop, now) {
    const opened: Opened[] = []
    for (const topic of TOPICS) {
      const headers = new Headers({
        'x-shopify-hmac-sha256': mark.toString('base64'),
        'x-shopify-topic': topic,
        'x-shopify-shop-domain': shop,
        'x-shopify-webhook-id': 'w',
      })
      const read = readDelivery(headers, Buffer.from(text), [LOCAL_API_SECRET], now)
      if (read.kind === 'unwanted') opened.push({ shop, as: topic })
      // As the inbox does with the number that it knows the shop by.
      else if (read.kind === 'kept' && [null, shopNumber({ domain: shop })].includes(read.arrived.shopNumber))
        opened.push({ shop, as: `${topic} ${read.arrived.kept.kind}` })
    }
    return Promise.resolve(opened)
  },
}

const storefront: Door = {
  name: 'storefront',
  guard: 'app/serve/verify-proxy.server.ts',
  carry({ text, mark }, shop, now) {
    const signature = `signature=${mark.toString('hex')}`
    const keys = ['logged_in_customer_id=', 'path_prefix=', 'product=', 'placement=', 'shop=', 'timestamp=']
    // As it is, cut before every word that could be a key of ours, cut at every seam of an address.
    const recut = keys.reduce((cut, key) => cut.replaceAll(key, `&${key}`), text).replace(/^&/, '')
    const queries = [
      text,
      recut,
      text.split('&').map(encoded).join('&'),
      recut.split('&').map(encoded).join('&'),
      `product=${encoded(text)}`,
    ]
    return Promise.resolve(
      queries.flatMap((query): Opened[] => {
        const verdict = verifyProxy(`${query}&${signature}`, [LOCAL_API_SECRET], now)
        return verdict.kind === 'verified' ? [{ shop: verdict.shop, as: 'an ask' }] : []
      }),
    )
  },
}

const encoded = (part: string) => {
  const at = part.indexOf('=')
  return at < 0 ? encodeURIComponent(part) : `${encodeURIComponent(part.slice(0, at))}=${encodeURIComponent(part.slice(at + 1))}`
}

const BROWSER = { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0' }

const admin: Door = {
  name: 'admin',
  guard: 'app/kit/door/admit.server.ts',
  async carry({ text, mark }, shop) {
    const { admit } = await import('#app/kit/door/admit.server.ts')
    const tokens = [`${text}.${mark.toString('base64url')}`, `${Buffer.from(text).toString('base64url')}.${mark.toString('base64url')}`]
    const host = Buffer.from(`admin.shopify.com/store/${shop.split('.')[0]!}`).toString('base64url')
    const requests = [
      ...tokens.map(
        (token) => new Request('http://localhost:4910/app.data', { headers: { ...BROWSER, authorization: `Bearer ${header(token)}` } }),
      ),
      ...tokens.map((id_token) => at({ shop, host, embedded: '1', id_token })),
      at({ shop, host, embedded: '1', hmac: mark.toString('hex') }),
      new Request(`http://localhost:4910/app?${text.split('&').map(encoded).join('&')}&hmac=${mark.toString('hex')}`, { headers: BROWSER }),
    ]
    const opened: Opened[] = []
    for (const [way, request] of requests.entries()) {
      const turnedAway = await admit(request).then(
        () => false,
        (thrown: unknown) => thrown instanceof Response && thrown.status >= 300 && thrown.status < 500,
      )
      if (!turnedAway) opened.push({ shop, as: `way ${way}` })
    }
    return opened
  },
}

const at = (query: Readonly<Record<string, string>>) =>
  new Request(`http://localhost:4910/app?${String(new URLSearchParams(query))}`, { headers: BROWSER })
/** What a header can hold. */
const header = (text: string) => text.replaceAll(/[^\x21-\x7e]/g, '~')

/** Whose turn and rate an ask of the admin is counted under: a shop's only with that shop's own word. */
const turns: Door = {
  name: 'admin',
  guard: 'app/shopify/access/session-token.server.ts',
  carry({ text, mark }, shop, now) {
    const said = [text, Buffer.from(text).toString('base64url')].map((one) => `${one}.${mark.toString('base64url')}`)
    const asks = said.flatMap((token) => [
      { authorization: `Bearer ${token}`, target: '/app' },
      { authorization: undefined, target: `/app?${String(new URLSearchParams({ shop, id_token: token }))}` },
    ])
    return Promise.resolve(
      asks.flatMap((asked): Opened[] => {
        const counted = whoAsks(asked, LOCAL_API_KEY, [LOCAL_API_SECRET], now)
        return counted ? [{ shop: counted, as: 'a turn' }] : []
      }),
    )
  },
}

/** What pixels tell: a token says for which shop, and no more. */
const events: Door = {
  name: 'events',
  guard: 'app/signals/storefront-events/pixel-token.server.ts',
  carry({ text, mark }) {
    const tokens = [text, `${text}.${mark.toString('base64url')}`, mark.toString('base64url'), Buffer.from(text).toString('base64url')]
    return Promise.resolve(
      tokens.flatMap((token): Opened[] => {
        const shop = readPixelToken(token)
        return shop === undefined ? [] : [{ shop, as: 'what a pixel tells' }]
      }),
    )
  },
}

/** Every door that a signature opens. A new one needs a line here. */
export const DOORS: readonly Door[] = [webhooks, storefront, admin, turns, events]
