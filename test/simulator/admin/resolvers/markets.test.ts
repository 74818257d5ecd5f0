import { expect, test } from 'vitest'
import { aProduct, aWorld } from '../../../a/world.ts'
import { openAdmin, testSchema } from '../admin-for-tests.ts'

const schema = await testSchema()
const world = aWorld({
  products: [aProduct({ id: 1 }), aProduct({ id: 2, status: 'DRAFT' }), aProduct({ id: 3 })],
  markets: [
    { id: 1, handle: 'home', name: 'Home', type: 'REGION', status: 'ACTIVE', catalogIds: [] },
    { id: 2, handle: 'ca', name: 'Canada', type: 'REGION', status: 'ACTIVE', catalogIds: [7, 8] },
    { id: 3, handle: 'till', name: 'Till', type: 'LOCATION', status: 'ACTIVE', catalogIds: [7] },
  ],
  marketCatalogs: [
    { id: 7, title: 'Abroad', status: 'ACTIVE', productIds: [1, 2] },
    { id: 8, title: 'Prices', status: 'ACTIVE', productIds: null },
  ],
})
const MARKETS =
  '{ markets(first: 5, type: REGION) { nodes { handle name status catalogs(first: 5) { nodes { id status publication { id } } } } } }'
const PUBLISHED = '{ publication(id: "gid://shopify/Publication/7") { id products(first: 5) { nodes { id } } } }'
const START = 'mutation ($q: String!) { bulkOperationRunQuery(query: $q) { bulkOperation { id } userErrors { message } } }'

test('markets and what is published in them, in as far as the scopes reach', async () => {
  const { ask } = openAdmin(schema, world)
  const { data } = await ask(MARKETS, {}, ['read_products', 'read_markets'])
  expect((data!['markets'] as { nodes: unknown[] }).nodes).toEqual([
    { handle: 'home', name: 'Home', status: 'ACTIVE', catalogs: { nodes: [] } },
    {
      handle: 'ca',
      name: 'Canada',
      status: 'ACTIVE',
      catalogs: {
        nodes: [
          { id: 'gid://shopify/MarketCatalog/7', status: 'ACTIVE', publication: { id: 'gid://shopify/Publication/7' } },
          { id: 'gid://shopify/MarketCatalog/8', status: 'ACTIVE', publication: null },
        ],
      },
    },
  ])
  const published = { id: 'gid://shopify/Publication/7', products: { nodes: [{ id: 'gid://shopify/Product/1' }] } }
  expect((await ask(PUBLISHED, {}, ['read_products'])).data).toEqual({ publication: published })
  expect((await ask(MARKETS, {}, ['read_products'])).errors?.[0]?.extensions?.['code']).toBe('ACCESS_DENIED')
})

test('an export lists what is published in one publication', async () => {
  const { ask, installation } = openAdmin(schema, world)
  await ask(START, { q: '{ publication(id: "gid://shopify/Publication/7") { id products { edges { node { id } } } } }' })
  await expect.poll(() => installation.bulk.all()[0]!.status).toBe('COMPLETED')
  expect(installation.bulk.all()[0]!.objectCount).toBe(1)
})
