import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ShopId } from '#app/commerce/ids.ts'
import { packLists } from '#app/models/customers/customer-lists.ts'
import { writeLists } from '#app/models/customers/write-lists.ts'
import { withChecksum } from './checked-bytes.server.ts'
import { readCustomers, writeCustomers } from './customer-snapshot.server.ts'

const SHOP = 'ours.myshopify.com' as ShopId
const PRODUCTS = [3, 5, 8_000_000_000_001]
const anEntry = fc.record({
  item: fc.nat(PRODUCTS.length - 1),
  kind: fc.constantFrom('next' as const, 'again' as const, 'bought' as const),
  day: fc.nat(65_535),
})
const anId = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
const anyLists = fc.uniqueArray(fc.tuple(anId, fc.array(anEntry, { minLength: 1, maxLength: 4 })), { selector: ([id]) => id })

it('gives each customer back what comes next for them, and nothing to any other', () => {
  fc.assert(
    fc.property(anyLists, anId, (lists, other) => {
      const read = readCustomers(writeCustomers(SHOP, writeLists(packLists(lists, PRODUCTS))))
      if (typeof read === 'string') throw new Error(read)
      expect(read.shop).toBe(SHOP)
      for (const [id, list] of lists)
        expect(read.nextFor(id)).toEqual(list.map(({ item, kind, day }) => ({ product: PRODUCTS[item], kind, day })))
      if (!lists.some(([id]) => id === other)) expect(read.nextFor(other)).toEqual([])
    }),
  )
})

it('is refused when it was cut short or altered, wherever, and even where its checksum fits', () => {
  const lists = writeLists(packLists([[7, [{ item: 1, kind: 'again', day: 9 }]]], PRODUCTS))
  const whole = writeCustomers(SHOP, lists)
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      expect(readCustomers(whole.subarray(0, at))).toBeTypeOf('string')
      const altered = Buffer.from(whole)
      altered[at]! ^= change
      expect(readCustomers(altered)).toBeTypeOf('string')
    }),
  )
  for (const rest of ['', `\ntandem-published-1\n${SHOP}\n`, `\ntandem-customers-1\n${SHOP}\n`])
    expect(readCustomers(withChecksum(Buffer.from(rest)))).toBeTypeOf('string')
  fc.assert(
    fc.property(fc.nat(lists.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const altered = lists.slice()
      altered[at]! ^= change
      const read = readCustomers(writeCustomers(SHOP, altered))
      // What is not refused can be read to the end.
      if (typeof read === 'object') for (const { product } of read.nextFor(7)) expect(product).toBeGreaterThan(0)
    }),
  )
})
