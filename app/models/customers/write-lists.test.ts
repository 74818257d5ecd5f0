import { describe, expect, it } from 'vitest'
import { packLists, type CustomerLists } from './customer-lists.ts'
import { readLists, writeLists } from './write-lists.ts'

const lists = packLists(
  [
    [70, [{ item: 2, kind: 'bought', day: 3, score: 1 }]],
    [
      50,
      [
        { item: 0, kind: 'next', day: 0, score: 2 },
        { item: 1, kind: 'again', day: 20_001, score: 1 },
      ],
    ],
  ] as unknown as Parameters<typeof packLists>[0],
  [11, 12, 13],
)
const plain = (read: CustomerLists | string) =>
  typeof read === 'string'
    ? read
    : Object.fromEntries(Object.entries(read).map(([name, values]) => [name, [...(values as Iterable<number>)]]))

/** The lists once one thing in them was changed before they were written. */
const spoilt = (part: Partial<CustomerLists>) => readLists(writeLists({ ...lists, ...part }))

describe('lists of customers as bytes', () => {
  it('are read as they were written, also where they lie within others', () => {
    const bytes = writeLists(lists)
    expect(plain(readLists(bytes))).toEqual(plain(lists))
    expect(plain(lists)).toMatchObject({ customers: [50, 70], starts: [0, 2, 3], items: [0, 1, 2], days: [0, 20_001, 3], kinds: [0, 1, 2] })
    const within = new Uint8Array(bytes.length + 16)
    within.set(bytes, 8)
    expect(plain(readLists(within.subarray(8, 8 + bytes.length)))).toEqual(plain(lists))
  })

  it.each([
    ['shorter than a header', () => readLists(new Uint8Array(15))],
    ['of another layout', () => readLists(new Uint8Array(64))],
    ['of a wrong length', () => readLists(writeLists(lists).subarray(0, -8))],
    ['with ids that do not rise', () => spoilt({ customers: Float64Array.of(70, 70) })],
    ['with ids that do not rise', () => spoilt({ products: Float64Array.of(0, 12, 13) })],
    ['with ids that do not rise', () => spoilt({ products: Float64Array.of(1.5, 12, 13) })],
    ['with lists that do not fill it', () => spoilt({ starts: Uint32Array.of(1, 2, 3) })],
    ['with lists that do not fill it', () => spoilt({ starts: Uint32Array.of(0, 2, 2) })],
    ['with lists that run backwards', () => spoilt({ starts: Uint32Array.of(0, 4, 3) })],
    ['pointing at products that it does not hold', () => spoilt({ items: Uint32Array.of(0, 1, 3) })],
    ['with entries of no kind', () => spoilt({ kinds: Uint8Array.of(0, 1, 3) })],
  ])('are refused %s', (why, read) => expect(read()).toBe(why))
})
