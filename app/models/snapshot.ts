import type { ProductId } from '#app/commerce/ids.ts'
import { NEIGHBOURS, type BoughtTogether } from './bought-together.ts'

/** Changes whenever the layout below does: an older snapshot is then refused, not misread. */
const LAYOUT = 0x7a4d0001
const HEADER_BYTES = 16

/**
 * A model as bytes, little-endian: layout, neighbours a product, orders, products (32 bits each); then the arrays:
 * product ids (64-bit floats), neighbours, together, bought (32 bits), degree (8 bits).
 */
export function writeSnapshot({ products, orders, bought, degree, neighbours, together }: BoughtTogether): Uint8Array {
  const count = products.length
  const bytes = new Uint8Array(sizeFor(count))
  const view = new DataView(bytes.buffer)
  for (const [at, value] of [LAYOUT, NEIGHBOURS, orders, count].entries()) view.setUint32(at * 4, value, true)
  let at = HEADER_BYTES
  for (const id of products) {
    view.setFloat64(at, id, true)
    at += 8
  }
  for (const numbers of [neighbours, together, bought]) {
    for (const value of numbers) {
      view.setUint32(at, value, true)
      at += 4
    }
  }
  bytes.set(degree, at)
  return bytes
}

/** The model behind the bytes; a string says why they are none: another layout, a wrong size, an index out of range. */
export function readSnapshot(bytes: Uint8Array): BoughtTogether | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < HEADER_BYTES) return 'shorter than a header'
  const [layout, perProduct, orders, count] = [0, 4, 8, 12].map((at) => view.getUint32(at, true)) as [number, number, number, number]
  if (layout !== LAYOUT || perProduct !== NEIGHBOURS) return 'of another layout'
  if (bytes.byteLength !== sizeFor(count)) return `${bytes.byteLength} bytes long, not ${sizeFor(count)}`

  let at = HEADER_BYTES
  const products = Array.from({ length: count }, () => view.getFloat64((at += 8) - 8, true) as ProductId)
  const numbers = (length: number) => Uint32Array.from({ length }, () => view.getUint32((at += 4) - 4, true))
  const neighbours = numbers(count * NEIGHBOURS)
  const together = numbers(count * NEIGHBOURS)
  const bought = numbers(count)
  const degree = bytes.slice(at)
  if (neighbours.some((index) => index >= count && count > 0)) return 'pointing at products that it does not hold'
  if (degree.some((kept) => kept > NEIGHBOURS)) return 'claiming more neighbours than it holds'
  return { products, orders, bought, degree, neighbours, together }
}

function sizeFor(count: number): number {
  return HEADER_BYTES + count * (8 + 4 * NEIGHBOURS * 2 + 4 + 1)
}
