import { expect, it } from 'vitest'
import { aWorld } from '../../../a/world.ts'
import { openShop } from '../../state/open-shop.ts'
import type { ShopEvent } from '../../state/shop-state.ts'
import { readAppConfig } from '../app-config.ts'
import { grantedScopes, install, offerApp, uninstall } from '../installation.ts'
import { changeScopes } from './change-scopes.ts'

const TOML = `
name = "Tandem"
[access_scopes]
scopes = "read_products"
optional_scopes = ["read_customers", "read_all_orders"]
`

function anInstallation(granted: readonly string[] = []) {
  const told: ShopEvent[] = []
  const now = () => new Date('2026-07-01T12:00:00Z')
  const installation = offerApp({
    app: readAppConfig(TOML, { key: 'key', secret: 'secret', url: 'http://localhost:1' }),
    shop: openShop(aWorld(), now),
    now,
    storefrontUrl: 'http://tiny.localhost:1',
    filesUrl: 'http://127.0.0.1:1',
    filesFolder: '/nowhere',
    tell: (event) => void told.push(event),
  })
  install(installation)
  changeScopes(installation, 'grant', granted)
  told.length = 0
  return { installation, told }
}

it('grants at installation what is required, and nothing else', () => {
  expect(grantedScopes(anInstallation().installation)).toEqual(['read_products'])
})

it('lets a living token do at once what was granted, and tells the app', () => {
  const { installation, told } = anInstallation()
  const { accessToken } = installation.tokens.grant('offline', grantedScopes(installation))
  expect(installation.tokens.use(accessToken)).toEqual(['read_products'])
  const detail = changeScopes(installation, 'grant', ['read_customers'])
  expect(detail).toEqual({
    granted: ['read_products', 'read_customers'],
    required: ['read_products'],
    optional: ['read_customers', 'read_all_orders'],
  })
  expect(installation.tokens.use(accessToken)).toEqual(['read_products', 'read_customers'])
  expect(told).toMatchObject([
    { topic: 'app/scopes_update', payload: { previous: ['read_products'], current: ['read_products', 'read_customers'] } },
  ])
})

it('takes back what is optional, and nothing else', () => {
  const { installation, told } = anInstallation(['read_customers'])
  const { accessToken } = installation.tokens.grant('offline', grantedScopes(installation))
  changeScopes(installation, 'revoke', ['read_customers', 'read_all_orders'])
  expect(installation.tokens.use(accessToken)).toEqual(['read_products'])
  expect(() => changeScopes(installation, 'revoke', ['read_products'])).toThrow('read_products is no optional scope')
  expect(told).toHaveLength(1)
})

it('forgets what was granted beyond the beginning when the app is removed', () => {
  const { installation } = anInstallation()
  changeScopes(installation, 'grant', ['read_customers'])
  uninstall(installation)
  install(installation)
  expect(grantedScopes(installation)).toEqual(['read_products'])
})
