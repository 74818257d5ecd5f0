import { beforeAll, expect, test } from 'vitest'
import { aCustomer, anOrder, aProduct, aWorld } from '../../a/world.ts'
import { fetchSchemas } from '../admin/fetch-schema.ts'
import { globalId } from '../admin/global-id.ts'
import { openShop } from '../state/open-shop.ts'
import { customerResolvers } from './customer-resolvers.ts'
import type { ShopperAsk } from './shopper-ask.ts'
import { answerShopper, loadShopperSchema } from './shopper-schema.ts'
import { storefrontResolvers } from './storefront-resolvers.ts'

const products = [aProduct({ id: 1, stock: 0 }), aProduct({ id: 2 }), aProduct({ id: 3, status: 'DRAFT' })]
const shop = openShop(
  aWorld({ products, customers: [aCustomer({ id: 7 })], orders: [anOrder({ id: 5, of: [products[1]!], customerId: 7 })] }),
)
shop.metafields.set({ ownerId: globalId('Product', 2), namespace: 'app--1', key: 'offer_notes', type: 'json', value: '{}' })
const ask: ShopperAsk = {
  shop,
  storefrontUrl: 'https://tiny.example',
  appNamespace: 'app--1',
  isStorefrontReadable: (_, __, key) => key === 'offer_notes',
  customer: shop.customers.get(7)!,
  scopes: new Set(['customer_read_customers', 'customer_read_orders']),
}

beforeAll(() => fetchSchemas('.data/schemas'))
const storefront = async (query: string, variables = {}) =>
  answerShopper(await loadShopperSchema('.data/schemas', 'storefront-graphql_2026-07.json.gz', storefrontResolvers), ask, {
    query,
    variables,
  }) as Promise<{ data?: Record<string, unknown>; errors?: { message: string }[] }>
const account = async (query: string, who: Partial<ShopperAsk> = {}) =>
  answerShopper(await loadShopperSchema('.data/schemas', 'customer_2026-07.json.gz', customerResolvers), { ...ask, ...who }, { query })

test('tells of products that are sold what is true today, and nothing of others', async () => {
  const { data } = await storefront(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Product { id notes: metafield(key: "offer_notes") { value } other: metafield(key: "x") { value }
      variants(first: 5) { nodes { availableForSale price { amount currencyCode } } } } } }`,
    { ids: [1, 2, 3, 4].map((id) => globalId('Product', id)) },
  )
  const variants = (availableForSale: boolean) => ({ nodes: [{ availableForSale, price: { amount: '12.5', currencyCode: 'EUR' } }] })
  expect(data).toEqual({
    nodes: [
      { id: globalId('Product', 1), notes: null, other: null, variants: variants(false) },
      { id: globalId('Product', 2), notes: { value: '{}' }, other: null, variants: variants(true) },
      null,
      null,
    ],
  })
})

test('refuses what Shopify’s schema does not have, and fails loudly where the local shop has no answer', async () => {
  expect((await storefront('{ nodes(ids: []) { titel } }')).errors?.[0]?.message).toContain('titel')
  expect((await storefront('{ shop { name } }')).errors?.[0]?.message).toBe('The local shop has no resolver for QueryRoot.shop')
})

test('tells a customer of their own orders, where the app may know', async () => {
  const orders = '{ customer { orders(first: 5) { nodes { lineItems(first: 5) { nodes { productId } } } } } }'
  expect(await account(orders)).toEqual({
    data: { customer: { orders: { nodes: [{ lineItems: { nodes: [{ productId: globalId('Product', 2) }] } }] } } },
  })
  const refused = await account(orders, { scopes: new Set(['customer_read_customers']) })
  expect(JSON.stringify(refused)).toContain('customer_read_orders')
  expect(JSON.stringify(await account(orders, { customer: null }))).toContain('not signed in')
})
