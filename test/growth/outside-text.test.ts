import { createHash, createHmac } from 'node:crypto'
import { allowedFields } from '#app/inbox/allowed-fields.ts'
import { callerAddress, networkOf } from '#app/platform/http/caller-address.ts'
import { parseJson } from '#app/platform/http/read-json.server.ts'
import { readPublished } from '#app/serve/snapshots/published-snapshot.server.ts'
import { verifyProxy } from '#app/serve/verify-proxy.server.ts'
import { verifyWebhook } from '#app/shopify/verify-webhook.server.ts'
import type { Notes } from '#app/slots/note.ts'
import { unconditionalCards } from '#app/slots/unconditional-cards.ts'
import { readsInLinearTime, upTo } from './reads-in-linear-time.ts'

const bytes = (text: string) => Buffer.from(text)
const list = (size: number, item: (nth: number) => string) =>
  Array.from({ length: Math.ceil(size / item(1_000).length) }, (_, nth) => item(nth + 1)).join()

const TOPICS = ['orders/updated', 'products/update', 'customers/redact', 'customers/merge', 'refunds/create']
const ORDER = '"id":1,"currency":"EUR","created_at":"2026-11-01T10:00:00Z","updated_at":"2026-11-01T10:00:00Z"'
const line = (nth: number) => `{"id":${nth},"quantity":1,"price":"1.00","properties":[{"name":"_tandem","value":"a/b/c"}]}`
const PRODUCT =
  '"id":1,"handle":"a","title":"b","product_type":"","vendor":"","status":"active","published_at":null,"updated_at":"2026-11-01T10:00:00Z"'

readsInLinearTime(
  'the body of a webhook',
  {
    'many lines of an order': (size) => bytes(`{${ORDER},"line_items":[${list(size, line)}]}`),
    'many faults in an order': (size) => bytes(`{${ORDER},"line_items":[${list(size, () => '{"id":0}')}]}`),
    'a long price': (size) => bytes(`{${ORDER},"line_items":[{"id":1,"quantity":1,"price":"${upTo(size, '1')}"}]}`),
    'a long time': (size) => bytes(`{"id":1,"currency":"EUR","created_at":"2026-${upTo(size, '1')}"}`),
    'much in a property': (size) => bytes(`{${ORDER},"line_items":[${line(1).replace('a/b/c', `a/b/${upTo(size, 'c-')}`)}]}`),
    'many variants': (size) => bytes(`{${PRODUCT},"tags":"","variants":[${list(size, (nth) => `{"id":${nth},"title":"x","price":"1"}`)}]}`),
    'a long title': (size) => bytes(`{${PRODUCT.replace('"b"', `"${upTo(size, 'x/')}"`)},"tags":"","variants":[]}`),
    'many orders': (size) => bytes(`{"customer":{"id":1},"orders_to_redact":[${list(size, String)}]}`),
    'long ids': (size) => bytes(`{"admin_graphql_api_customer_kept_id":"gid://shopify/Customer/${upTo(size, '1')}x"}`),
    'many keys': (size) => bytes(`{${list(size, (nth) => `"key ${nth % 1_000}":${nth}`)}}`),
    'opened and never closed': (size) => bytes(upTo(size, '[')),
    'opened and closed': (size) => bytes(`[${list(size, () => '[]')}]`),
    'a text that never ends': (size) => bytes(`{"id":"${upTo(size, '\\"')}`),
    'no JSON at all': (size) => bytes(upTo(size, '"{')),
  },
  (body) => {
    const json = parseJson(body)
    for (const topic of TOPICS) allowedFields(topic, json)
  },
)

const signature = createHmac('sha256', 'secret').update('').digest('base64')
const headers = (name: string, text: string) =>
  new Map([
    ['x-shopify-hmac-sha256', signature],
    ['x-shopify-shop-domain', 'ours.myshopify.com'],
    ['x-shopify-topic', 'orders/create'],
    ['x-shopify-webhook-id', '1'],
    [name, text],
  ])
readsInLinearTime(
  'a header of a webhook',
  {
    'the signature': (size) => headers('x-shopify-hmac-sha256', upTo(size, 'a')),
    'the shop': (size) => headers('x-shopify-shop-domain', `${upTo(size, 'a-')}.myshopify.com!`),
    'the shop, again and again': (size) => headers('x-shopify-shop-domain', `${upTo(size, 'a.myshopify.com')}!`),
    'the topic': (size) => headers('x-shopify-topic', `${upTo(size, 'a_')}/${upTo(size, 'a')}!`),
    'the id': (size) => headers('x-shopify-webhook-id', upTo(size, 'a')),
    'the time': (size) => headers('x-shopify-triggered-at', `2026-11-01T10:00:00.${upTo(size, '1')}x`),
    'the time in brackets': (size) => headers('x-shopify-triggered-at', upTo(size, '(')),
  },
  (given) => verifyWebhook({ get: (name) => given.get(name) ?? null }, bytes(''), ['secret'], 0),
)

readsInLinearTime(
  'whom a request was forwarded for',
  {
    'many addresses': (size) => upTo(size, '1.2.3.4, '),
    commas: (size) => upTo(size, ','),
    spaces: (size) => `${upTo(size, ' ')}x`,
    brackets: (size) => `[${upTo(size, ']:1')}x`,
    'a long port': (size) => `[::1]:${upTo(size, '1')}x`,
    colons: (size) => upTo(size, '::'),
    groups: (size) => upTo(size, 'a:'),
    zeros: (size) => `::${upTo(size, '0')}`,
    'a mapped address': (size) => `::ffff:${upTo(size, '1.')}`,
    percents: (size) => upTo(size, '%'),
  },
  (header) => networkOf(callerAddress(header, '::1', 1)),
)

readsInLinearTime(
  'what is asked at the storefront door',
  {
    'many parameters': (size) => upTo(size, 'product=1&'),
    'a long shop': (size) => `shop=${upTo(size, 'a')}`,
    percents: (size) => `shop=${upTo(size, '%61')}`,
    'half percents': (size) => `shop=${upTo(size, '%')}`,
    pluses: (size) => `shop=${upTo(size, '+')}`,
    ampersands: (size) => upTo(size, '&'),
  },
  (query) => verifyProxy(query, ['secret'], 0),
)

const card = (nth: number) =>
  `{"p":${nth},"by":"rule","ref":"r${nth}","if":${nth % 9},"or":[{"by":"a","ref":"b"}],"apart":[1,2,3],"notIn":["eu"]}`
const notes = (cards: string, more = '') => `{"v":2,${more}"cards":[${cards}],"slots":{}}`
readsInLinearTime(
  'the notes of published cards',
  {
    'many cards': (size) => notes(list(size, card)),
    'many who chose one': (size) => notes(`{"p":1,"by":"a","ref":"b","if":1,"or":[${list(size, () => '{"by":"a","ref":"b","if":1}')}]}`),
    'many that it never stands with': (size) => notes(`{"p":1,"by":"a","ref":"b","apart":[${list(size, String)}]}`),
    'many guards': (size) => notes('', `"ifs":[${list(size, (nth) => `{"kind":"all","of":[${nth}]}`)}],`),
  },
  (text) => {
    const read = JSON.parse(text) as Notes
    return unconditionalCards(read, { lock: 'open', cards: read.cards.map((_, at) => at) })
  },
)

const whole = (lines: string): Buffer => {
  const rest = `\ntandem-published-1\nours.myshopify.com\n${lines}`
  return bytes(createHash('sha256').update(rest).digest('hex') + rest)
}
readsInLinearTime(
  'a snapshot of what is published',
  {
    'many products': (size) => whole(Array.from({ length: size / 10 }, (_, nth) => `${nth + 1} {}\n`).join('')),
    'a long line': (size) => whole(`1 ${upTo(size, '{}')}\n`),
    'a line without a space': (size) => whole(`${upTo(size, '1')}\n`),
    'a line that does not end': (size) => whole(`1 ${upTo(size, ' ')}`),
  },
  (snapshot) => readPublished(snapshot),
)
