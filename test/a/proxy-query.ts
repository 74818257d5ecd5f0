import { createHmac } from 'node:crypto'

export const SECRET = 'a-secret-of-the-test'
/** Milliseconds since 1970. */
export const NOW = 1_790_000_000_000

export type Pairs = readonly (readonly [string, string])[]
/** What Shopify passes on for a shopper who asks for what belongs beside a product. */
export const good: Pairs = [
  ['product', '7'],
  ['shop', 'ours.myshopify.com'],
  ['logged_in_customer_id', ''],
  ['path_prefix', '/apps/tandem'],
  ['timestamp', String(NOW / 1000)],
]
export const encode = encodeURIComponent
export const toQuery = (pairs: Pairs) => pairs.map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&')
/** As Shopify signs: the values of a repeated key joined by commas. */
export function sign(pairs: Pairs, secret = SECRET): string {
  return createHmac('sha256', secret).update(textOf(pairs)).digest('hex')
}
/** What Shopify signs. */
export function textOf(pairs: Pairs): string {
  const joined = new Map<string, string>()
  for (const [key, value] of pairs) joined.set(key, joined.has(key) ? `${joined.get(key)},${value}` : value)
  return Array.from(joined, ([key, value]) => `${key}=${value}`)
    .sort()
    .join('')
}
export const signed = (pairs: Pairs, secret = SECRET) => `${toQuery(pairs)}&signature=${sign(pairs, secret)}`
