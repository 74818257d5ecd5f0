import { createHmac, timingSafeEqual } from 'node:crypto'
import { readShopId, type ShopId } from '#app/commerce/ids.ts'
import { ASKS } from './asks.ts'

/** How far Shopify's clock and ours may lie apart, and how long a signed address can be used again. */
const MOST_SECONDS = 90
/** Room for the longest cart that is answered, as browsers write it. */
const MOST_LENGTH = 14_000

/**
 * The parameters that Shopify adds today, and what each may look like. Shopify signs `k=v` joined with nothing, so that `a=1`
 * beside `b=2` and `a=1b=2` have one signature. Where no value holds `=`, and no key is the end of another that is known, or ends
 * in one, every known key stands where Shopify wrote it, however the text is cut; see `mayStandBeside`.
 */
const SHOPIFYS: Readonly<Record<string, RegExp>> = {
  shop: /^[a-z0-9][a-z0-9-]{0,99}\.myshopify\.com$/,
  timestamp: /^\d{1,12}$/,
  path_prefix: /^\/[\w./-]{1,100}$/,
  logged_in_customer_id: /^\d{0,16}$/,
}
const KEYS = new Map(Object.entries({ ...SHOPIFYS, ...ASKS }))
const NAMES = [...KEYS.keys(), 'signature']
const SIGNATURE = /^[0-9a-f]{64}$/
const A_KEY = /^[a-z][a-z0-9_]{0,49}$/

export type ProxyVerdict =
  | { readonly kind: 'verified'; readonly shop: ShopId; readonly asked: ReadonlyMap<string, string> }
  | {
      readonly kind: 'refused'
      readonly status: 400 | 401
      readonly why: string
      /** When Shopify signed it (milliseconds), where that alone is the reason. */
      readonly signedAt?: number
    }

const refuse = (status: 400 | 401, why: string) => ({ kind: 'refused', status, why }) as const

/**
 * Judges a query (without its `?`) that claims to come through Shopify's app proxy: the hex HMAC-SHA256 of its sorted
 * parameters under one of the app's secrets, no older or newer than 90 s at `now` (milliseconds). Path, method and body are not
 * signed: nothing may follow from them alone. A key that comes twice and one in array form is refused before anything is read;
 * what Shopify may add one day counts for the signature and is read by nobody.
 */
export function verifyProxy(query: string, secrets: readonly string[], now: number): ProxyVerdict {
  const read = readParameters(query)
  if (typeof read === 'string') return refuse(400, read)
  const { asked, texts } = read
  const given = asked.get('signature')
  if (given === undefined || !SIGNATURE.test(given)) return refuse(401, 'There is no signature')
  asked.delete('signature')

  const text = texts.sort().join('')
  const bytes = Buffer.from(given, 'hex')
  const fits = (secret: string) => timingSafeEqual(bytes, createHmac('sha256', secret).update(text).digest())
  if (!secrets.some(fits)) return refuse(401, 'The signature does not fit')

  const shop = readShopId(asked.get('shop'))
  const timestamp = asked.get('timestamp')
  if (!shop || timestamp === undefined) return refuse(401, 'The shop or the time is missing')
  if (Math.abs(now / 1000 - Number(timestamp)) > MOST_SECONDS)
    return { ...refuse(401, 'The signature is too old, or not yet valid'), signedAt: 1000 * Number(timestamp) }
  return { kind: 'verified', shop, asked }
}

interface Parameters {
  readonly asked: Map<string, string>
  /** What is signed: all but the signature itself, as they were read. */
  readonly texts: string[]
}

/** Each parameter once, decoded; a string says why the query cannot be used. */
function readParameters(query: string): Parameters | string {
  if (query.length > MOST_LENGTH) return 'The query is too long'
  const asked = new Map<string, string>()
  const texts: string[] = []
  for (const part of query.split('&')) {
    const at = part.indexOf('=')
    if (at < 1) return 'A parameter has no name or no value'
    const key = part.slice(0, at)
    const value = decode(part.slice(at + 1))
    if (value === undefined) return 'A parameter cannot be decoded'
    if (asked.has(key)) return 'A parameter comes twice'
    // Keys are compared as they were sent: none that is read here needs an encoding.
    asked.set(key, value)
    if (key === 'signature') continue
    const shape = KEYS.get(key)
    if (!(shape ? shape.test(value) : mayStandBeside(key, value))) return 'A parameter is out of shape'
    texts.push(`${key}=${value}`)
  }
  return { asked, texts }
}

/** Whether a parameter that nobody knows may be there: not where the signed text could then be cut so that it makes one of ours. */
function mayStandBeside(key: string, value: string): boolean {
  return A_KEY.test(key) && !value.includes('=') && !NAMES.some((name) => name.endsWith(key) || key.endsWith(name))
}

function decode(text: string): string | undefined {
  if (!text.includes('%') && !text.includes('+')) return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
