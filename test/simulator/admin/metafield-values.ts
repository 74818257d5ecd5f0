import type { ShopState } from '../state/shop-state.ts'
import { numberOf } from './global-id.ts'

const KILOBYTE = 1024
/** JSON of apps made for API versions from 2026-04 on. */
const JSON_BYTES = 128 * KILOBYTE
const OTHER_BYTES = 64 * KILOBYTE
const LIST_ITEMS = 128

type Shelf = Pick<ShopState, 'products' | 'variants' | 'collections'>
type Check = (value: unknown, shop: Shelf) => boolean

const text =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value)
const number =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(String(value))
const reference =
  (type: string, things: (shop: Shelf) => ReadonlyMap<number, unknown>): Check =>
  (value, shop) =>
    typeof value === 'string' && things(shop).has(numberOf(type, value) ?? -1)

const CHECKS: Readonly<Record<string, Check>> = {
  single_line_text_field: text(/^[^\n\r]+$/),
  multi_line_text_field: text(/[^]+/),
  id: text(/^[^\n\r]+$/),
  url: text(/^https?:\/\/\S+$/),
  color: text(/^#[0-9a-fA-F]{6}$/),
  date: text(/^\d{4}-\d\d-\d\d$/),
  date_time: text(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?/),
  boolean: number(/^(true|false)$/),
  number_integer: number(/^-?\d{1,16}$/),
  number_decimal: number(/^-?\d+(\.\d{1,9})?$/),
  product_reference: reference('Product', (shop) => shop.products),
  variant_reference: reference('ProductVariant', (shop) => shop.variants),
  collection_reference: reference('Collection', (shop) => shop.collections),
}

export function isMetafieldType(type: string): boolean {
  return type === 'json' || Object.hasOwn(CHECKS, type.replace(/^list\./, ''))
}

/** Why Shopify would refuse the value, in a sentence; undefined where it would take it. `type` must be a known one. */
export function valueProblem(type: string, value: string, shop: Shelf): string | undefined {
  const bytes = Buffer.byteLength(value)
  const limit = type === 'json' ? JSON_BYTES : OTHER_BYTES
  if (bytes > limit) return `Value is too large: ${bytes} bytes of at most ${limit}.`
  if (type === 'json') return parsed(value) === undefined ? 'Value is invalid JSON.' : undefined
  if (!type.startsWith('list.')) return CHECKS[type]?.(value, shop) ? undefined : `Value is not a valid ${type}.`

  const items = parsed(value)
  if (!Array.isArray(items)) return 'Value must be a JSON list.'
  if (items.length > LIST_ITEMS) return `Value has ${items.length} items, the maximum is ${LIST_ITEMS}.`
  const wrong = items.findIndex((item) => !CHECKS[type.slice('list.'.length)]?.(item, shop))
  return wrong === -1 ? undefined : `Value at ${wrong} is not a valid ${type.slice('list.'.length)}.`
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
