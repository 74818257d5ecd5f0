import { expect, test } from 'vitest'
import { aProduct, aWorld } from '../../../a/world.ts'
import { openAdmin, testSchema } from '../admin-for-tests.ts'

const schema = await testSchema()
const NAMESPACE = 'shopify--discovery--product_recommendation'
const OWNER = 'gid://shopify/Product/1'
const chosen = { namespace: NAMESPACE, key: 'complementary_products', type: 'list.product_reference', value: `["gid://shopify/Product/2"]` }

test('Shopify’s own definitions are enabled by name, once', async () => {
  const admin = openAdmin(schema, aWorld({ products: [aProduct({ id: 1 })] }))
  const enable = async (key: string) => {
    const { data } = await admin.ask(
      `mutation { standardMetafieldDefinitionEnable(ownerType: PRODUCT, namespace: "${NAMESPACE}", key: "${key}") {
        createdDefinition { key type { name } } userErrors { code } } }`,
    )
    return data!['standardMetafieldDefinitionEnable']
  }
  expect(await enable('related_products')).toEqual({
    createdDefinition: { key: 'related_products', type: { name: 'list.product_reference' } },
    userErrors: [],
  })
  expect(await enable('related_products')).toEqual({ createdDefinition: null, userErrors: [{ code: 'TAKEN' }] })
  expect(await enable('nothing_such')).toEqual({ createdDefinition: null, userErrors: [{ code: 'TEMPLATE_NOT_FOUND' }] })
})

test('what an app of Shopify’s wrote can be compared with, replaced and deleted like anything else', async () => {
  const admin = openAdmin(schema, aWorld({ products: [aProduct({ id: 1, metafields: [chosen] }), aProduct({ id: 2 })] }))
  const set = async (compareDigest: string | null) => {
    const { data } = await admin.ask(
      `mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { value } userErrors { code } } }`,
      { m: [{ ...chosen, ownerId: OWNER, value: '["gid://shopify/Product/1"]', compareDigest }] },
    )
    return data!['metafieldsSet']
  }
  const now = async () => {
    const { data } = await admin.ask(`{ product(id: "${OWNER}") { metafields(first: 5) { nodes { value compareDigest } } } }`)
    return (data!['product'] as { metafields: { nodes: { value: string; compareDigest: string }[] } }).metafields.nodes
  }
  expect(await set(null)).toEqual({ metafields: null, userErrors: [{ code: 'STALE_OBJECT' }] })
  const [before] = await now()
  expect(before!.value).toBe(chosen.value)
  expect(await set(before!.compareDigest)).toEqual({ metafields: [{ value: '["gid://shopify/Product/1"]' }], userErrors: [] })
  expect(await now()).toHaveLength(1)
  await admin.ask(`mutation { metafieldsDelete(metafields: [{ ownerId: "${OWNER}", namespace: "${NAMESPACE}", key: "complementary_products" }]) {
    userErrors { message } } }`)
  expect(await now()).toEqual([])
})
