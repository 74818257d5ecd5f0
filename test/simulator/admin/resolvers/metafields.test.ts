import { expect, test } from 'vitest'
import { aProduct, aWorld } from '../../../a/world.ts'
import { openAdmin, testSchema, type OpenAdmin } from '../admin-for-tests.ts'

const schema = await testSchema()
const world = aWorld({ products: [aProduct({ id: 1 }), aProduct({ id: 2 })] })
const OWNER = 'gid://shopify/Product/1'
const SET = `mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) {
  metafields { id namespace key type value compareDigest } userErrors { field message code elementIndex } } }`

interface Outcome {
  readonly metafields: { readonly namespace: string; readonly value: string; readonly compareDigest: string }[] | null
  readonly userErrors: { readonly field: string[]; readonly code: string }[]
}

async function set({ ask }: OpenAdmin, fields: readonly object[], scopes?: readonly string[]): Promise<Outcome> {
  const { data, errors } = await ask(
    SET,
    { m: fields.map((field) => ({ ownerId: OWNER, key: 'notes', type: 'json', value: '{}', ...field })) },
    scopes,
  )
  expect(errors).toBeUndefined()
  return data!['metafieldsSet'] as Outcome
}
const codes = ({ userErrors }: Outcome): string[] => userErrors.map(({ code }) => code)

test('$app is the app’s own namespace, in writing and in reading', async () => {
  const admin = openAdmin(schema, world)
  const { metafields } = await set(admin, [{ namespace: '$app', value: '{"a":1}' }])
  expect(metafields?.[0]?.namespace).toBe('app--40771')
  const { data } = await admin.ask(
    `{ product(id: "${OWNER}") { one: metafield(namespace: "$app", key: "notes") { value jsonValue } two: metafield(key: "notes") { value } } }`,
  )
  expect(data).toEqual({ product: { one: { value: '{"a":1}', jsonValue: { a: 1 } }, two: { value: '{"a":1}' } } })
})

test('one wrong metafield and none is written', async () => {
  const admin = openAdmin(schema, world)
  const outcome = await set(admin, [{}, { key: 'more', value: '{' }])
  expect(outcome).toMatchObject({ metafields: null, userErrors: [{ field: ['metafields', '1', 'value'], code: 'INVALID_VALUE' }] })
  expect(admin.shop.metafields.of(OWNER)).toEqual([])
})

test('the limits are Shopify’s: 25 at once, 128 KB of JSON, 64 KB of text, 128 items', async () => {
  const admin = openAdmin(schema, world)
  const json = (bytes: number) => ({ value: JSON.stringify('x'.repeat(bytes - 2)) })
  const list = (items: number) => ({
    key: 'listed',
    type: 'list.product_reference',
    value: JSON.stringify(Array<string>(items).fill('gid://shopify/Product/2')),
  })
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ key: `key-${at}` }))
  expect(codes(await set(admin, many(25)))).toEqual([])
  expect(codes(await set(admin, many(26)))).toEqual(['LESS_THAN_OR_EQUAL_TO'])
  expect(codes(await set(admin, [json(128 * 1024)]))).toEqual([])
  expect(codes(await set(admin, [json(128 * 1024 + 1)]))).toEqual(['INVALID_VALUE'])
  expect(codes(await set(admin, [{ key: 'text', type: 'multi_line_text_field', value: 'x'.repeat(64 * 1024 + 1) }]))).toEqual([
    'INVALID_VALUE',
  ])
  expect(codes(await set(admin, [list(128)]))).toEqual([])
  expect(codes(await set(admin, [list(129)]))).toEqual(['INVALID_VALUE'])
})

test('references must exist, a definition’s type binds, other apps’ namespaces are closed, writing takes its scope', async () => {
  const admin = openAdmin(schema, world)
  expect(codes(await set(admin, [{ type: 'product_reference', value: 'gid://shopify/Product/9' }]))).toEqual(['INVALID_VALUE'])
  expect(codes(await set(admin, [{ key: 'offers' }]))).toEqual(['INVALID_TYPE'])
  expect(codes(await set(admin, [{ key: 'offers', type: null, value: '["gid://shopify/Product/2"]' }]))).toEqual([])
  expect(codes(await set(admin, [{ namespace: 'app--1' }]))).toEqual(['APP_NOT_AUTHORIZED'])
  expect(codes(await set(admin, [{}], ['read_products']))).toEqual(['APP_NOT_AUTHORIZED'])
  expect(codes(await set(admin, [{ ownerId: 'gid://shopify/Product/9' }]))).toEqual(['INVALID'])
})

test('a digest notices that another write came first', async () => {
  const admin = openAdmin(schema, world)
  const first = await set(admin, [{ compareDigest: null }])
  const { compareDigest } = first.metafields![0]!
  expect(codes(await set(admin, [{ compareDigest: null }]))).toEqual(['STALE_OBJECT'])
  expect(codes(await set(admin, [{ compareDigest, value: '[]' }]))).toEqual([])
  expect(codes(await set(admin, [{ compareDigest, value: '1' }]))).toEqual(['STALE_OBJECT'])
})

test('definitions: declared ones are there, each key is taken once, and can be changed and removed', async () => {
  const { ask, shop } = openAdmin(schema, world)
  const create = `mutation ($d: MetafieldDefinitionInput!) { metafieldDefinitionCreate(definition: $d) {
    createdDefinition { id namespace access { admin storefront } } userErrors { code field } } }`
  const definition = { ownerType: 'PRODUCT', key: 'notes', name: 'Notes', type: 'json', access: { storefront: 'PUBLIC_READ' } }
  const listed = async () =>
    (await ask('{ metafieldDefinitions(first: 9, ownerType: PRODUCT, namespace: "$app") { nodes { key type { name } } } }')).data?.[
      'metafieldDefinitions'
    ]
  expect(await listed()).toEqual({ nodes: [{ key: 'offers', type: { name: 'list.product_reference' } }] })
  expect((await ask(create, { d: definition })).data).toMatchObject({
    metafieldDefinitionCreate: {
      createdDefinition: { namespace: 'app--40771', access: { admin: 'MERCHANT_READ', storefront: 'PUBLIC_READ' } },
      userErrors: [],
    },
  })
  expect((await ask(create, { d: definition })).data).toMatchObject({
    metafieldDefinitionCreate: { createdDefinition: null, userErrors: [{ code: 'TAKEN' }] },
  })
  shop.metafields.set({ ownerId: OWNER, namespace: 'app--40771', key: 'notes', type: 'json', value: '1' })
  const remove = `mutation { metafieldDefinitionDelete(identifier: { ownerType: PRODUCT, key: "notes" }, deleteAllAssociatedMetafields: true) { deletedDefinitionId userErrors { code } } }`
  expect((await ask(remove)).data).toMatchObject({ metafieldDefinitionDelete: { userErrors: [] } })
  expect(shop.metafields.of(OWNER)).toEqual([])
  expect((await ask(remove.replace('notes', 'offers'))).data).toMatchObject({
    metafieldDefinitionDelete: { deletedDefinitionId: null, userErrors: [{ code: 'APP_CONFIG_MANAGED' }] },
  })
})
