import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCollection, aCustomer, anOrder, aProduct, aWorld } from '../../a/world.ts'
import { openAdmin, testSchema } from './admin-for-tests.ts'
import type { Call } from './calls.ts'
import { makeExecutable } from './executable-schema.ts'
import { readAdminSchema } from './schema.ts'

const schema = await testSchema()
const lamp = aProduct({ id: 1, title: 'Lamp', tags: ['light'], price: 1999 })
const bulb = aProduct({
  id: 2,
  title: 'Bulb',
  productType: 'Bulbs',
  metafields: [{ namespace: 'specs', key: 'socket', type: 'single_line_text_field', value: 'E27' }],
})
const world = aWorld({
  products: [lamp, bulb],
  collections: [aCollection({ id: 5, of: [bulb, lamp] })],
  customers: [aCustomer({ id: 3 })],
  orders: [
    anOrder({ id: 8, of: [lamp], createdAt: '2026-01-01T00:00:00Z' }),
    anOrder({ id: 9, of: [lamp, bulb], customerId: 3, createdAt: '2026-06-30T00:00:00Z' }),
  ],
})

test('a product with all that hangs on it', async () => {
  const { data, errors } = await openAdmin(schema, world).ask(`{
    product(id: "gid://shopify/Product/2") {
      title status tags publishedAt onlineStoreUrl featuredMedia { preview { image { url } } }
      priceRangeV2 { minVariantPrice { amount currencyCode } }
      variants(first: 5) { nodes { id price availableForSale inventoryItem { id tracked } selectedOptions { name value } } }
      collections(first: 5) { nodes { id title products(first: 1) { nodes { title } } } }
      metafield(namespace: "specs", key: "socket") { value ownerType }
    } }`)
  expect(errors).toBeUndefined()
  expect(data).toMatchObject({
    product: {
      title: 'Bulb',
      onlineStoreUrl: 'http://tiny.localhost:1/products/product-2',
      featuredMedia: { preview: { image: { url: 'http://tiny.localhost:1/cdn/products/product-2.svg' } } },
      priceRangeV2: { minVariantPrice: { amount: '12.5', currencyCode: 'EUR' } },
      variants: { nodes: [{ id: 'gid://shopify/ProductVariant/21', price: '12.50', availableForSale: true }] },
      collections: { nodes: [{ id: 'gid://shopify/Collection/5', products: { nodes: [{ title: 'Bulb' }] } }] },
      metafield: { value: 'E27', ownerType: 'PRODUCT' },
    },
  })
})

test('a field that nobody resolves fails loudly, naming itself', async () => {
  const { errors, data } = await openAdmin(schema, world).ask('{ product(id: "gid://shopify/Product/1") { title seo { title } } }')
  expect(errors?.[0]?.message).toBe('The local shop has no resolver for Product.seo')
  expect(data).toEqual({ product: null })
})

test('taking a resolver away is noticed, and so is one for a field that the schema lacks', async () => {
  const { schema: published, scopes } = await readAdminSchema('.data/schemas')
  const poorer = makeExecutable(published, scopes, { QueryRoot: { product: () => ({ id: 1 }) } })
  const { errors } = await openAdmin(poorer, world).ask('{ product(id: "gid://shopify/Product/1") { onlineStoreUrl } shop { name } }')
  expect(errors?.map(({ message }) => message).toSorted()).toEqual([
    'The local shop has no resolver for Product.onlineStoreUrl',
    'The local shop has no resolver for QueryRoot.shop',
  ])
  expect(() => makeExecutable(published, scopes, { Product: { colour: () => 'red' } })).toThrow('Product.colour')
})

test('a field that the schema lacks is refused as Shopify words it', async () => {
  const { errors } = await openAdmin(schema, world).ask('{ products(first: 1) { nodes { nope } } }')
  expect(errors?.[0]).toMatchObject({
    message: "Field 'nope' doesn't exist on type 'Product'",
    extensions: { code: 'undefinedField', typeName: 'Product' },
  })
})

test('scopes guard types and single fields', async () => {
  const { ask } = openAdmin(schema, world)
  const order = '{ order(id: "gid://shopify/Order/9") { name customer { id } } }'
  const denied = await ask(order, {}, ['read_orders'])
  expect(denied.errors?.[0]).toMatchObject({ path: ['order', 'customer'], extensions: { code: 'ACCESS_DENIED' } })
  expect(denied.data).toEqual({ order: { name: '#1009', customer: null } })
  expect((await ask(order, {}, ['read_orders', 'write_customers'])).errors).toBeUndefined()
  expect((await ask('{ themes(first: 1) { nodes { id } } }', {}, ['read_products'])).errors?.[0]?.extensions?.['code']).toBe(
    'ACCESS_DENIED',
  )
  expect((await ask('{ products(first: 1) { nodes { id } } }', {}, ['read_orders'])).errors?.[0]?.path).toEqual(['products'])
})

test('without read_all_orders the last 60 days are all there is', async () => {
  const { ask } = openAdmin(schema, world)
  const all = '{ orders(first: 9) { nodes { name } } ordersCount { count } order(id: "gid://shopify/Order/8") { name } }'
  expect((await ask(all, {}, ['read_orders'])).data).toEqual({
    orders: { nodes: [{ name: '#1009' }] },
    ordersCount: { count: 1 },
    order: null,
  })
  expect((await ask(all, {}, ['read_orders', 'read_all_orders'])).data).toMatchObject({
    ordersCount: { count: 2 },
    order: { name: '#1008' },
  })
})

test('searches find by their filters and refuse those they do not know', async () => {
  const { ask } = openAdmin(schema, world)
  const titles = async (query: string) =>
    (await ask('query ($q: String) { products(first: 9, query: $q) { nodes { title } } }', { q: query })).data?.['products']
  expect(await titles('product_type:Bulbs')).toEqual({ nodes: [{ title: 'Bulb' }] })
  expect(await titles("tag:'light' AND -title:Bulb")).toEqual({ nodes: [{ title: 'Lamp' }] })
  expect(await titles('id:>=2')).toEqual({ nodes: [{ title: 'Bulb' }] })
  const { errors } = await ask('{ products(first: 1, query: "barcode:1") { nodes { id } } }')
  expect(errors?.[0]?.message).toContain('filter "barcode"')
})

test('paging in either direction and any size visits everything once, in one order', async () => {
  const products = Array.from({ length: 23 }, (_, at) => aProduct({ id: at + 1 }))
  const { ask } = openAdmin(schema, aWorld({ products }), () => new Date())
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 3, max: 30 }), fc.boolean(), async (size, backwards) => {
      const seen: string[] = []
      const [count, from, more, end] = backwards
        ? ['last', 'before', 'hasPreviousPage', 'startCursor']
        : ['first', 'after', 'hasNextPage', 'endCursor']
      for (let cursor: string | null = null, left = true; left;) {
        const { data } = await ask(
          `query ($n: Int, $at: String) { products(${count}: $n, ${from}: $at) { nodes { id } pageInfo { ${more} ${end} } } }`,
          { n: size, at: cursor },
        )
        const { nodes, pageInfo } = data!['products'] as { nodes: { id: string }[]; pageInfo: Record<string, unknown> }
        const ids = nodes.map(({ id }) => id)
        backwards ? seen.unshift(...ids) : seen.push(...ids)
        left = pageInfo[more!] as boolean
        cursor = pageInfo[end!] as string
      }
      expect(seen).toEqual(products.map(({ id }) => `gid://shopify/Product/${id}`))
    }),
    { numRuns: 12 },
  )
  expect((await ask('{ products(first: 251) { nodes { id } } }')).errors?.[0]?.message).toContain('250')
  expect((await ask('{ products { nodes { id } } }')).errors?.[0]?.message).toContain('first or last')
})

test('an empty bucket refuses, and time fills it again', async () => {
  let time = Date.parse('2026-07-01T12:00:00Z')
  const { ask, installation } = openAdmin(schema, world, () => new Date(time))
  const { extensions } = await ask('{ shop { name } }')
  expect(extensions?.cost).toMatchObject({ requestedQueryCost: 1, throttleStatus: { currentlyAvailable: 1999 } })
  while (installation.bucket.take(100));
  installation.bucket.take(99)
  expect((await ask('{ shop { name } }')).errors?.[0]).toMatchObject({ message: 'Throttled', extensions: { code: 'THROTTLED' } })
  time += 1000
  expect((await ask('{ shop { name } }')).errors).toBeUndefined()
})

test('who listens learns what each call took of the bucket, and which were turned away', async () => {
  const { ask, installation } = openAdmin(schema, world)
  const calls: Call[] = []
  const stop = installation.calls.listen((call) => void calls.push(call))
  await ask('query ($first: Int) { products(first: $first) { nodes { id } } }', { first: 250 })
  while (installation.bucket.take(1));
  await ask('{ shop { name } }')
  stop()
  await ask('{ shop { name } }')
  expect(calls).toEqual([
    { fields: ['products'], variables: { first: 250 }, points: 1, isThrottled: false },
    { fields: ['shop'], variables: {}, points: 0, isThrottled: true },
  ])
})
