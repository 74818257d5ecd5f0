import { joinPadded, padded } from '#app/models/candidates/padded.ts'
import { KINDS, type CustomerLists } from './customer-lists.ts'

/** Changes whenever the layout below does: older bytes are then refused, not misread. */
const LAYOUT = 0x7a4d1001
const HEADER = 4

/**
 * Lists as bytes, little-endian as every machine that this runs on: layout, customers, products, entries (32 bits each); then one
 * after the other, each from a multiple of eight on, the arrays in the order of `CustomerLists`.
 */
export function writeLists({ customers, products, starts, items, days, kinds }: CustomerLists): Uint8Array<ArrayBuffer> {
  const header = Uint32Array.of(LAYOUT, customers.length, products.length, items.length)
  return joinPadded([header, customers, products, starts, items, days, kinds])
}

/**
 * The lists behind the bytes, which must begin at a multiple of eight of their buffer and stay as they are: the arrays look into
 * them. A string says why they are none.
 */
export function readLists({ buffer, byteOffset, byteLength }: Uint8Array): CustomerLists | string {
  if (byteLength < padded(HEADER * 4)) return 'shorter than a header'
  const [layout = 0, count = 0, products = 0, entries = 0] = new Uint32Array(buffer, byteOffset, HEADER)
  if (layout !== LAYOUT) return 'of another layout'
  const sizes = [HEADER * 4, count * 8, products * 8, (count + 1) * 4, entries * 4, entries * 2, entries]
  if (byteLength !== sizes.reduce((sum, one) => sum + padded(one), 0)) return 'of a wrong length'
  let at = byteOffset
  const places = sizes.map((size) => {
    const place = at
    at += padded(size)
    return place
  })
  const lists: CustomerLists = {
    customers: new Float64Array(buffer, places[1], count),
    products: new Float64Array(buffer, places[2], products),
    starts: new Uint32Array(buffer, places[3], count + 1),
    items: new Uint32Array(buffer, places[4], entries),
    days: new Uint16Array(buffer, places[5], entries),
    kinds: new Uint8Array(buffer, places[6], entries),
  }
  return whyBroken(lists) ?? lists
}

function whyBroken({ customers, products, starts, items, kinds }: CustomerLists): string | undefined {
  for (const ids of [customers, products])
    if (!ids.every((id, nth) => Number.isSafeInteger(id) && id > (ids[nth - 1] ?? 0))) return 'with ids that do not rise'
  if (starts[0] !== 0 || starts.at(-1) !== items.length) return 'with lists that do not fill it'
  if (starts.some((start, nth) => start < (starts[nth - 1] ?? 0))) return 'with lists that run backwards'
  if (items.some((item) => item >= products.length)) return 'pointing at products that it does not hold'
  if (kinds.some((kind) => kind >= KINDS.length)) return 'with entries of no kind'
  return undefined
}
