import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ShopId } from '#app/commerce/ids.ts'
import { namedShop } from './named-shop.ts'

const OURS = 'ours.myshopify.com' as ShopId
const THEIRS = 'theirs.myshopify.com'
const NUMBER = 548380009
const kindOf = (topic: string, body: Record<string, unknown>) => namedShop(topic, body, OURS).kind

describe('namedShop', () => {
  it.each(['customers/data_request', 'customers/redact', 'shop/redact'])('%s names its shop, or nothing follows from it', (topic) => {
    expect(namedShop(topic, { shop_id: NUMBER, shop_domain: OURS }, OURS)).toEqual({ kind: 'same', number: NUMBER })
    expect(kindOf(topic, { shop_id: NUMBER })).toBe('other')
    expect(kindOf(topic, { shop_domain: null })).toBe('other')
    expect(kindOf(topic, { shop_id: NUMBER, shop_domain: THEIRS })).toBe('other')
    expect(kindOf(topic, { shop_domain: OURS, myshopify_domain: THEIRS })).toBe('other')
  })

  it('a removal brings the shop itself, with its id', () => {
    expect(namedShop('app/uninstalled', { id: NUMBER, domain: 'toys.example.com', myshopify_domain: OURS }, OURS)).toEqual({
      kind: 'same',
      number: NUMBER,
    })
    expect(kindOf('app/uninstalled', { id: NUMBER, domain: OURS, myshopify_domain: THEIRS })).toBe('other')
    expect(kindOf('app/uninstalled', { id: NUMBER, domain: OURS })).toBe('other')
  })

  it('takes the number from wherever a body says it, and never two', () => {
    const url = (number: unknown) => ({ order_status_url: `https://toys.example.com/${String(number)}/orders/abc/authenticate?key=1` })
    expect(namedShop('orders/create', { id: 1, ...url(NUMBER) }, OURS)).toEqual({ kind: 'same', number: NUMBER })
    expect(namedShop('app/scopes_update', { shop_id: `gid://shopify/Shop/${NUMBER}` }, OURS)).toEqual({ kind: 'same', number: NUMBER })
    expect(namedShop('products/update', { id: 7 }, OURS)).toEqual({ kind: 'same', number: null })
    expect(kindOf('orders/create', { shop_id: 1, ...url(NUMBER) })).toBe('other')
    expect(namedShop('orders/create', url('checkouts'), OURS)).toEqual({ kind: 'same', number: null })
  })

  it('a domain that is none, or of another shop, is never ours', () => {
    fc.assert(
      fc.property(fc.constantFrom('shop_domain', 'myshopify_domain', 'shopify_domain'), fc.anything(), (field, said) => {
        const isOurs = said === null || said === undefined || (typeof said === 'string' && said.toLowerCase() === OURS)
        expect(kindOf('products/update', { id: 1, [field]: said })).toBe(isOurs ? 'same' : 'other')
      }),
    )
  })
})
