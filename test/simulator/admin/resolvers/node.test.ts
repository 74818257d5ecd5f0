import { expect, test } from 'vitest'
import { aCollection, aCustomer, anOrder, aProduct, aWorld } from '../../../a/world.ts'
import { openAdmin, testSchema } from '../admin-for-tests.ts'
import { installationId, shopId } from '../global-id.ts'

const schema = await testSchema()
const lamp = aProduct({ id: 1 })
const world = aWorld({
  products: [lamp],
  collections: [aCollection({ id: 2, of: [lamp] })],
  customers: [aCustomer({ id: 3 })],
  orders: [anOrder({ id: 4, of: [lamp] })],
})

test('every kind of thing is found again under its global id', async () => {
  const { ask, shop } = openAdmin(schema, world)
  const ids = [
    'Product/1',
    'ProductVariant/11',
    'Collection/2',
    'Customer/3',
    'Order/4',
    'MediaImage/1',
    ...[shopId(shop.facts), installationId(shop)].map((id) => id.replace('gid://shopify/', '')),
    'App/40771',
    'MetafieldDefinition/701',
  ]
  const { data, errors } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
    ids: ids.map((id) => `gid://shopify/${id}`),
  })
  expect(errors).toBeUndefined()
  expect(data).toEqual({ nodes: ids.map((id) => ({ __typename: id.split('/')[0], id: `gid://shopify/${id}` })) })
})

test('what is not there is null, what is not kept here fails loudly', async () => {
  const { ask } = openAdmin(schema, world)
  expect((await ask('{ node(id: "gid://shopify/Product/9") { id } }')).data).toEqual({ node: null })
  expect((await ask('{ node(id: "gid://shopify/Page/1") { id } }')).errors?.[0]?.message).toContain('no node of type Page')
})
