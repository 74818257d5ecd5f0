import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PageLists } from '#app/models/candidates/page-lists.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'

/** Lists of `length` beside each of so many products. */
function someLists(products: number, length: number, most: number): PageLists {
  const entries = products * length
  return {
    products: Float64Array.from({ length: products }, (_, at) => 1e15 + at * 7),
    orders: most,
    bought: new Uint32Array(products).fill(most),
    again: Uint16Array.from({ length: products }, (_, at) => at % 91),
    starts: Uint32Array.from({ length: products + 1 }, (_, at) => at * length),
    neighbours: Uint16Array.from({ length: entries }, (_, at) => (at * 31) % products),
    together: Uint16Array.from({ length: entries }, (_, at) => (at * 17) % most),
  }
}

describe('a snapshot', () => {
  it('gives back the lists that it was made of, however wide their numbers are', () => {
    const lists = someLists(300, 20, 5_000)
    const plain = Array.from({ length: 6_000 }, (_, at) => at % 200)
    const widths = [Uint8Array.from(plain), Uint16Array.from(plain), Uint32Array.from(plain)]
    for (const neighbours of widths) {
      for (const together of widths) {
        const these = { ...lists, neighbours, together }
        expect(readSnapshot(writeSnapshot(these))).toEqual(these)
      }
    }
    expect(readSnapshot(writeSnapshot(someLists(0, 0, 1)))).toEqual(someLists(0, 0, 1))
  })

  it('takes at most 100 bytes for a product with twenty beside it', () => {
    expect(writeSnapshot(someLists(60_000, 20, 60_000)).length / 60_000).toBeLessThan(100)
  })

  it('is refused with a reason when it was cut, wherever', () => {
    const bytes = writeSnapshot(someLists(30, 4, 90))
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (at) => {
        expect(readSnapshot(bytes.slice(0, at))).toBeTypeOf('string')
      }),
    )
  })

  it('says nothing that it does not hold, whatever was altered', () => {
    const bytes = writeSnapshot(someLists(30, 4, 90))
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const read = readSnapshot(bytes.with(at, bytes[at]! ^ change))
        if (typeof read === 'string') return
        expect(read.neighbours.every((index) => index < read.products.length)).toBe(true)
        expect(read.products.every((id) => Number.isSafeInteger(id) && id > 0)).toBe(true)
        expect([read.starts[0], read.starts.at(-1)]).toEqual([0, read.neighbours.length])
      }),
    )
    expect(readSnapshot(bytes.with(0, 9))).toMatch(/layout/)
  })
})
