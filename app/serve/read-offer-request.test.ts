import { describe, expect, it } from 'vitest'
import { good, NOW, SECRET, signed, type Pairs } from '../../test/a/proxy-query.ts'
import { readOfferRequest, type OfferRequest } from './read-offer-request.ts'
import { verifyProxy } from './verify-proxy.server.ts'

/** What the door makes of what a block asks, signed by Shopify beside who is signed in. */
function ask(asked: Readonly<Record<string, string>>, customer = ''): OfferRequest | number {
  const shopifys = good.filter(([key]) => key !== 'product' && key !== 'logged_in_customer_id')
  const pairs: Pairs = [...Object.entries(asked), ['logged_in_customer_id', customer], ...shopifys]
  const verdict = verifyProxy(signed(pairs), [SECRET], NOW)
  return verdict.kind === 'refused' ? verdict.status : (readOfferRequest(verdict.asked) ?? 400)
}
const cartOf = (lines: number) => Array.from({ length: lines }, (_, at) => `${8_000_000_000_000 + at}:1`).join()

describe('what a block asks', () => {
  it('is read with all that it says of the visit', () => {
    const asked = { placement: 'cart-page', slot: '2', cart: '7:2,9:1', market: 'Mars ', language: 'pt-BR', seen: '3,4' }
    expect(ask({ ...asked, market: 'Mars' }, '12')).toEqual({
      placement: 'cart-page',
      slot: 1,
      product: undefined,
      customer: 12,
      cart: [
        { product: 7, quantity: 2 },
        { product: 9, quantity: 1 },
      ],
      market: 'mars',
      language: 'pt-br',
      seen: new Set([3, 4]),
      told: new Map(),
      held: new Set(),
      drawn: undefined,
    })
    expect(ask({ product: '7', as: 'liquid', prices: '0' })).toMatchObject({ drawn: { showsPrice: false } })
    expect(ask({ product: '7', as: 'liquid' })).toMatchObject({ drawn: { showsPrice: true } })
    expect([ask({ product: '7', as: 'html' }), ask({ product: '7', prices: '2' })]).toEqual([400, 400])
    expect(ask({ product: '7' })).toMatchObject({
      placement: 'product-page',
      slot: 0,
      customer: undefined,
      cart: undefined,
      market: undefined,
    })
    expect(ask({ placement: 'cart-page', so: '0a1b2c3d.0.12,ffffffff', held: '5' })).toMatchObject({
      told: new Map([
        ['0a1b2c3d', new Set([0, 12])],
        ['ffffffff', new Set()],
      ]),
      held: new Set([5]),
    })
    expect(ask({ placement: 'home', cart: '', market: '' })).toMatchObject({ cart: [], market: null })
  })

  it('is refused where it is about a product on a page of none, or about none on a product’s', () => {
    expect(ask({ placement: 'home', product: '7' })).toBe(400)
    expect(ask({ placement: 'product-page' })).toBe(400)
    expect(ask({ placement: 'constructor' })).toBe(400)
  })

  it.each([
    ['a cart without quantities', { cart: '7' }],
    ['a cart of nothing', { cart: '7:1,' }],
    ['an id that is none', { cart: '9999999999999999:1' }],
    ['a slot of no number', { slot: '0' }],
    ['a market with an equals sign', { market: 'a=b' }],
    ['what was seen, as words', { seen: 'all' }],
    ['guards without what marks them', { so: '.1.2' }],
    ['what a collection holds, as words', { held: 'all' }],
  ])('is refused with %s', (_, asked) => {
    expect(ask({ placement: 'home', ...asked } as Record<string, string>)).toBe(400)
  })

  it('may tell of a cart of five hundred lines; more is refused', () => {
    expect(ask({ placement: 'cart-page', cart: cartOf(500) })).toMatchObject({ placement: 'cart-page' })
    expect(ask({ placement: 'cart-page', cart: cartOf(501) })).toBe(400)
    expect(verifyProxy(signed([['cart', cartOf(10_000)], ...good]), [SECRET], NOW)).toMatchObject({ status: 400 })
  })
})
