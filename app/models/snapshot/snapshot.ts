import { joinPadded, padded } from '#app/models/candidates/padded.ts'
import type { Counts, PageLists } from '#app/models/candidates/page-lists.ts'
import { LISTED } from '#app/models/candidates/rank-page.ts'

/** Changes whenever the layout below does: an older snapshot is then refused, not misread. */
const LAYOUT = 0x7a4d0003
const HEADER = 6

type Look<Numbers> = (buffer: ArrayBufferLike, at: number, length: number) => Numbers
const floats: Look<Float64Array> = (buffer, at, length) => new Float64Array(buffer, at, length)
const words: Look<Uint32Array> = (buffer, at, length) => new Uint32Array(buffer, at, length)
const halves: Look<Uint16Array> = (buffer, at, length) => new Uint16Array(buffer, at, length)
const COUNTS: Readonly<Record<number, Look<Counts>>> = {
  1: (buffer, at, length) => new Uint8Array(buffer, at, length),
  2: halves,
  4: words,
}

/**
 * Lists as bytes, little-endian as every machine that this runs on: layout, orders, products, entries, bytes of a neighbour,
 * bytes of a count (32 bits each); then one after the other, each from a multiple of eight on: products (64-bit floats), starts,
 * bought (32 bits), again (16 bits), neighbours, together. At most 98 bytes a product while there are less than 65,536 of them.
 */
export function writeSnapshot({ products, orders, bought, again, starts, neighbours, together }: PageLists): Uint8Array<ArrayBuffer> {
  const widths = [neighbours.BYTES_PER_ELEMENT, together.BYTES_PER_ELEMENT]
  const header = Uint32Array.of(LAYOUT, orders, products.length, neighbours.length, ...widths)
  return joinPadded([header, products, starts, bought, again, neighbours, together])
}

/**
 * The lists behind the bytes, which must begin at a multiple of eight of their buffer and stay as they are: the arrays look
 * into them. A string says why they are none: another layout, a wrong size, a number that is no product's,
 * an index out of range.
 */
export function readSnapshot({ buffer, byteOffset, byteLength }: Uint8Array): PageLists | string {
  if (byteLength < padded(HEADER * 4)) return 'shorter than a header'
  const [layout = 0, orders = 0, count = 0, entries = 0, wide = 0, deep = 0] = words(buffer, byteOffset, HEADER)
  const [wideCounts, deepCounts] = [COUNTS[wide], COUNTS[deep]]
  if (layout !== LAYOUT || !wideCounts || !deepCounts) return 'of another layout'
  const sizes = [HEADER * 4, count * 8, (count + 1) * 4, count * 4, count * 2, entries * wide, entries * deep]
  const size = sizes.reduce((sum, one) => sum + padded(one), 0)
  if (byteLength !== size) return `${byteLength} bytes long, not ${size}`

  let at = byteOffset + padded(HEADER * 4)
  const next = <Numbers extends Counts | Float64Array>(look: Look<Numbers>, length: number): Numbers => {
    const numbers = look(buffer, at, length)
    at += padded(numbers.byteLength)
    return numbers
  }
  const products = next(floats, count)
  const starts = next(words, count + 1)
  const bought = next(words, count)
  const again = next(halves, count)
  const neighbours = next(wideCounts, entries)
  const together = next(deepCounts, entries)
  if (products.some((id) => !Number.isSafeInteger(id) || id < 1)) return 'with a number that is no product’s'
  if (starts[0] !== 0 || starts[count] !== entries) return 'with lists that do not fill it'
  for (let product = 0; product < count; product++) {
    const length = starts[product + 1]! - starts[product]!
    if (length < 0 || length > LISTED) return 'with a list of an impossible length'
  }
  if (neighbours.some((index) => index >= count)) return 'pointing at products that it does not hold'
  return { products, orders, bought, again, starts, neighbours, together }
}
