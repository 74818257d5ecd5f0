import { expect, it } from 'vitest'
import { readAppConfig } from './app-config.ts'
import { lineOf } from './finding.ts'
import { scopesGranted } from './scopes-granted.ts'

const config = { scopes: ['read_orders', 'write_products'], optionalScopes: ['read_themes', 'read_customers'] }
const line = (granted: readonly string[]) => lineOf(scopesGranted(granted, config))

it('names each required scope that is not granted', () => {
  expect(line(['write_products'])).toMatch(/^✗ Scopes: read_orders is not granted\. Run npx shopify app deploy/)
  expect(line([])).toContain('read_orders, write_products are not granted.')
})

it('names the optional ones that are not, which is no fault', () => {
  expect(line([...config.scopes, 'read_themes'])).toMatch(/^✓ Scopes: .* all but read_customers$/)
  expect(line([...config.scopes, ...config.optionalScopes])).toMatch(/^✓ Scopes: .* and every optional one$/)
})

it('reads our own configuration', () => {
  expect(readAppConfig()).toMatchObject({ clientId: 'local-shop-key', address: 'https://tandem.example.com', proxyPath: '/apps/tandem' })
})
