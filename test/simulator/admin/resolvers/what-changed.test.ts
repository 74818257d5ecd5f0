import { expect, test } from 'vitest'
import { aCollection, anOrder, aProduct, aWorld } from '../../../a/world.ts'
import { openAdmin, testSchema } from '../admin-for-tests.ts'

const schema = await testSchema()
const products = [1, 2, 3].map((id) => aProduct({ id }))
const world = aWorld({
  products,
  collections: [aCollection({ id: 5, of: products })],
  orders: [1, 2, 3].map((id) => anOrder({ id, of: [products[0]!], createdAt: '2026-06-01T00:00:00Z' })),
})

test('what changed since is found, in the order of its change', async () => {
  let time = Date.parse('2026-07-01T12:00:00Z')
  const { ask, shop } = openAdmin(schema, world, () => new Date((time += 60_000)))
  const since = new Date(time).toISOString()
  shop.changeProduct(3, () => {})
  shop.changeProduct(1, () => {})
  shop.refund(3, { lines: { 300: 1 }, restock: false })
  shop.changeOrder(1, {})
  const find = `query ($q: String) {
    orders(first: 9, query: $q, sortKey: UPDATED_AT) { nodes { id lineItems(first: 1) { nodes { currentQuantity } } } }
    products(first: 9, query: $q, sortKey: UPDATED_AT) { nodes { id } } }`
  for (const q of [`updated_at:>=${since}`, `updated_at:>'${since}'`])
    expect((await ask(find, { q })).data).toEqual({
      orders: {
        nodes: [
          { id: 'gid://shopify/Order/3', lineItems: { nodes: [{ currentQuantity: 0 }] } },
          { id: 'gid://shopify/Order/1', lineItems: { nodes: [{ currentQuantity: 1 }] } },
        ],
      },
      products: { nodes: [{ id: 'gid://shopify/Product/3' }, { id: 'gid://shopify/Product/1' }] },
    })
})

test('what was deleted is null, and among the deletions', async () => {
  let time = Date.parse('2026-07-01T12:00:00Z')
  const { ask, shop } = openAdmin(schema, world, () => new Date((time += 60_000)))
  shop.deleteProduct(2)
  const since = new Date(time).toISOString()
  shop.deleteCollection(5)
  shop.deleteOrder(1)
  expect(
    (
      await ask(`{
        product(id: "gid://shopify/Product/2") { id } order(id: "gid://shopify/Order/1") { id } collection(id: "gid://shopify/Collection/5") { id }
        nodes(ids: ["gid://shopify/Product/1", "gid://shopify/Product/2", "gid://shopify/Order/1"]) { id } }`)
    ).data,
  ).toEqual({ product: null, order: null, collection: null, nodes: [{ id: 'gid://shopify/Product/1' }, null, null] })
  const deleted = async (of: string) =>
    (await ask(`{ deletionEvents(first: 9, ${of}) { nodes { subjectId subjectType } } }`)).data?.['deletionEvents']
  const product = { subjectId: 'gid://shopify/Product/2', subjectType: 'PRODUCT' }
  const collection = { subjectId: 'gid://shopify/Collection/5', subjectType: 'COLLECTION' }
  expect(await deleted('sortKey: CREATED_AT')).toEqual({ nodes: [product, collection] })
  expect(await deleted('subjectTypes: [PRODUCT]')).toEqual({ nodes: [product] })
  expect(await deleted(`query: "occurred_at:>'${since}'"`)).toEqual({ nodes: [collection] })
})

test('a cost is read where it was entered', async () => {
  const { ask, shop } = openAdmin(schema, world)
  shop.changeProduct(1, ({ variants: [variant] }) => (variant!.cost = 450))
  const cost = async (id: number) =>
    (await ask(`{ productVariant(id: "gid://shopify/ProductVariant/${id}") { inventoryItem { unitCost { amount currencyCode } } } }`))
      .data?.['productVariant']
  expect(await cost(11)).toEqual({ inventoryItem: { unitCost: { amount: '4.5', currencyCode: 'EUR' } } })
  expect(await cost(21)).toEqual({ inventoryItem: { unitCost: null } })
})
