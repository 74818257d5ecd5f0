import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGid, readShopId, toGid, type ProductId } from './ids.ts'

describe('ids', () => {
  it('reads back every id it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (number) => {
        expect(readGid('Product', toGid('Product', number as ProductId))).toBe(number)
      }),
    )
  })

  it('refuses another kind, a zero, a number beyond 2^53 and a trailer', () => {
    for (const text of [
      'gid://shopify/Order/1',
      'gid://shopify/Product/0',
      'gid://shopify/Product/9007199254740993',
      'gid://shopify/Product/1?x=1',
      1,
      null,
    ])
      expect(readGid('Product', text)).toBeUndefined()
  })

  it('takes a shop only under myshopify.com', () => {
    expect(readShopId('Nimbus-Toys.myshopify.com')).toBe('nimbus-toys.myshopify.com')
    for (const text of ['nimbus.example.com', 'a.myshopify.com.evil.test', 'evil.test/a.myshopify.com', '-a.myshopify.com', '', null])
      expect(readShopId(text)).toBeUndefined()
  })
})
