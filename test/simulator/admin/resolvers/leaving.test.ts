import { expect, test } from 'vitest'
import { aProduct, aWorld } from '../../../a/world.ts'
import { openShop } from '../../state/open-shop.ts'
import type { ShopEvent } from '../../state/shop-state.ts'
import { testSchema } from '../admin-for-tests.ts'
import { readAppConfig } from '../app-config.ts'
import { answerGraphql } from '../graphql-door.ts'
import { changeScopes } from '../oauth/change-scopes.ts'
import { shopId } from '../global-id.ts'
import { grantedScopes, install, offerApp } from '../installation.ts'

const TOML = `
name = "Tandem"
[access_scopes]
scopes = "write_products"
optional_scopes = ["read_customers"]
[[webhooks.subscriptions]]
topics = ["products/update"]
uri = "/webhooks"
`
const OWNER = 'gid://shopify/Product/1'
const schema = await testSchema()

function anAdmin() {
  const told: ShopEvent[] = []
  const shop = openShop(aWorld({ products: [aProduct({ id: 1 }), aProduct({ id: 2 })] }))
  const installation = offerApp({
    app: readAppConfig(TOML, { key: 'key', secret: 'secret', url: 'http://localhost:1' }),
    shop,
    now: () => new Date(),
    storefrontUrl: 'http://tiny.localhost:1',
    filesUrl: 'http://127.0.0.1:1',
    filesFolder: '/nowhere',
    tell: (event) => void told.push(event),
  })
  install(installation)
  const { accessToken } = installation.tokens.grant('offline', grantedScopes(installation))
  const ask = async (query: string) => {
    const headers = { 'x-shopify-access-token': accessToken }
    const request = new Request('http://tiny.localhost/admin/api/2026-07/graphql.json', {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    })
    return (await answerGraphql(request, installation, schema))!
  }
  return { told, shop, installation, json: async (query: string) => (await (await ask(query)).json()) as unknown, ask }
}

test('an app gives optional scopes back, and no others', async () => {
  const { json, installation, told } = anAdmin()
  changeScopes(installation, 'grant', ['read_customers'])
  told.length = 0
  const revoke = (scope: string) =>
    json(`mutation { appRevokeAccessScopes(scopes: ["${scope}"]) { revoked { handle } userErrors { code } } }`)
  const refused = (code: string) => ({ data: { appRevokeAccessScopes: { revoked: null, userErrors: [{ code }] } } })
  expect(await revoke('write_products')).toMatchObject(refused('CANNOT_REVOKE_REQUIRED_SCOPES'))
  expect(await revoke('read_themes')).toMatchObject(refused('CANNOT_REVOKE_UNDECLARED_SCOPES'))
  expect(told).toEqual([])
  expect(await revoke('read_customers')).toMatchObject({
    data: { appRevokeAccessScopes: { revoked: [{ handle: 'read_customers' }], userErrors: [] } },
  })
  expect(told).toMatchObject([{ topic: 'app/scopes_update', payload: { current: ['write_products'] } }])
  expect(grantedScopes(installation)).toEqual(['write_products'])
})

test('an app that removes itself is told, loses its token and leaves nothing', async () => {
  const { ask, shop, installation, told } = anAdmin()
  shop.metafields.set({ ownerId: OWNER, namespace: 'app--40771', key: 'notes', type: 'json', value: '1' })
  const answer = await ask('mutation { appUninstall { app { title } userErrors { code } } }')
  expect(await answer.json()).toMatchObject({ data: { appUninstall: { app: { title: 'Tandem' }, userErrors: [] } } })
  expect(told.map(({ topic }) => topic)).toEqual(['app/uninstalled'])
  expect(installation.installed).toBe(false)
  expect(shop.metafields.of(OWNER)).toEqual([])
  expect((await ask('{ shop { name } }')).status).toBe(401)
})

test('a definition lists every metafield there is of it, whoever owns it', async () => {
  const { shop, installation, json } = anAdmin()
  const place = { namespace: 'app--40771', key: 'notes', type: 'json' }
  for (const ownerType of ['PRODUCT', 'SHOP'])
    installation.definitions.add({ ...place, ownerType, name: 'Notes', description: null, admin: 'MERCHANT_READ', storefront: 'NONE' })
  for (const ownerId of [OWNER, 'gid://shopify/Product/2', shopId(shop.facts)]) shop.metafields.set({ ...place, ownerId, value: '1' })
  const left = (ownerType: string) =>
    json(
      `{ metafieldDefinition(identifier: { ownerType: ${ownerType}, key: "notes" }) { metafieldsCount metafields(first: 9) { nodes { value } } } }`,
    )
  expect(await left('PRODUCT')).toMatchObject({ data: { metafieldDefinition: { metafieldsCount: 2, metafields: { nodes: [{}, {}] } } } })
  expect(await left('SHOP')).toMatchObject({ data: { metafieldDefinition: { metafieldsCount: 1, metafields: { nodes: [{}] } } } })
})
