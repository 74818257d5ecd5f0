import { expect, test } from 'vitest'
import { readOffer, type OfferNode } from '../offers.ts'
import { contextOf } from './storefront.ts'

const variant = (id: string, amount: string, availableForSale = true) => ({
  id,
  title: id,
  availableForSale,
  price: { amount, currencyCode: 'EUR' },
})
const node = (over: Partial<OfferNode> = {}): OfferNode => ({
  id: 'gid://shopify/Product/7',
  title: 'Sleeve',
  handle: 'sleeve',
  onlineStoreUrl: null,
  isGiftCard: false,
  requiresSellingPlan: false,
  featuredImage: null,
  variants: { nodes: [variant('a', '0.0'), variant('b', '29.00', false), variant('c', '31.50')], pageInfo: { hasNextPage: false } },
  ...over,
})

test('what can be bought for money today is offered, and nothing else', () => {
  expect(readOffer(node())?.choices).toEqual([
    { id: 'c', title: 'c', amount: 31.5, currency: 'EUR', rule: { minimum: 1, maximum: null, increment: 1 } },
  ])
  for (const never of [{ isGiftCard: true }, { requiresSellingPlan: true }, { title: '' }, { id: 'gid://shopify/Collection/7' }])
    expect(readOffer(node(never))).toBeUndefined()
  expect(readOffer(node({ variants: { nodes: [variant('b', '29.00', false)], pageInfo: { hasNextPage: false } } }))).toBeUndefined()
  expect(readOffer(null)).toBeUndefined()
  expect(readOffer({})).toBeUndefined()
})

test.each([
  ['de', 'DE'],
  ['fr-CA', 'FR'],
  ['pt-BR', 'PT_BR'],
  ['zh-TW', 'ZH_TW'],
])('%s is asked for as %s', (language, asked) => {
  expect(contextOf({ country: 'CA', language })).toEqual({ country: 'CA', language: asked })
})
