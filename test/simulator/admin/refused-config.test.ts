import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fetchSchemas } from './fetch-schema.ts'
import { readAppConfig } from './app-config.ts'
import { ALL_APPROVED } from './app-approval.ts'
import { isKnownScope } from './known-scopes.ts'
import { readAdminSchema } from './schema.ts'

const place = { key: 'key', secret: 'local-shop-secret', url: 'http://localhost:4000' }
const ours = readFileSync('shopify.app.toml', 'utf8')
const access = (scopes: string, optional: readonly string[] = []) =>
  `name = "Tandem"\n[access_scopes]\nscopes = "${scopes}"\noptional_scopes = ${JSON.stringify(optional)}\n`
const hearing = (...topics: readonly string[]) => `[[webhooks.subscriptions]]\ntopics = ${JSON.stringify(topics)}\nuri = "/webhooks"\n`
const PROXY = '[app_proxy]\nurl = "/proxy"\nsubpath = "tandem"\nprefix = "apps"\n'
const deploy = (toml: string, approval = ALL_APPROVED) => {
  try {
    return readAppConfig(toml, place, approval) && 'taken'
  } catch (error) {
    return (error as Error).message
  }
}

describe('a configuration is refused as a deploy refuses it', () => {
  it('with an app proxy and without the scope for it', () => {
    expect(deploy(access('read_products') + PROXY)).toMatch(/^Version couldn't be created\.\n[^]*requires the write_app_proxy access scope/)
    expect(deploy(access('read_products,write_app_proxy') + PROXY)).toBe('taken')
    expect(deploy(access('read_products', ['write_app_proxy']) + PROXY)).toBe('taken')
  })

  it('with scopes that Shopify does not know, each named', () => {
    const refused = deploy(access('read_products,read_socks', ['write_hats']))
    expect(refused).toContain("Version couldn't be created.")
    expect(refused).toContain('scopes: These scopes are invalid - [read_socks]')
    expect(refused).toContain('optional_scopes: These scopes are invalid - [write_hats]')
  })

  it('with a scope that Shopify gives on request alone, until it has: required or optional', () => {
    const before = { ...ALL_APPROVED, scopes: [] }
    expect(deploy(access('read_orders,read_all_orders'), before)).toContain('scopes: These scopes are invalid - [read_all_orders]')
    expect(deploy(access('read_orders', ['read_all_orders']), before)).toContain('These scopes are invalid - [read_all_orders]')
    expect(deploy(access('read_orders', ['read_all_orders']))).toBe('taken')
  })

  it.each(['orders/create', 'refunds/create', 'customers/merge'])(
    'with %s before a distribution is chosen, or customer data is granted to a public app',
    (topic) => {
      const toml = access('read_orders,read_customer_merge') + hearing('app/uninstalled', topic)
      const words = 'This app is not approved to subscribe to webhook topics containing protected customer data.'
      expect(deploy(toml, { ...ALL_APPROVED, distribution: null })).toContain(words)
      expect(deploy(toml, { ...ALL_APPROVED, distribution: 'public', customerData: false })).toContain(words)
      expect(deploy(toml, { ...ALL_APPROVED, distribution: 'public', customerData: true })).toBe('taken')
      expect(deploy(toml, { ...ALL_APPROVED, distribution: 'custom', customerData: false })).toBe('taken')
    },
  )

  it('but not for what privacy law has every app hear of', () => {
    const toml = `${access('read_products')}[[webhooks.subscriptions]]\ncompliance_topics = ["customers/redact"]\nuri = "/webhooks"\n`
    expect(deploy(toml, { ...ALL_APPROVED, distribution: null })).toBe('taken')
  })
})

it('our own configuration is taken once all is approved, and names what is missing before', () => {
  expect(deploy(ours)).toBe('taken')
  const refused = deploy(ours, { distribution: null, customerData: false, scopes: [] })
  expect(refused).toContain('[read_all_orders]')
  expect(refused).toContain('protected customer data')
})

it('knows every scope that Shopify’s own schema names', async () => {
  await fetchSchemas('.data/schemas')
  const { scopes } = await readAdminSchema('.data/schemas')
  const named = new Set(scopes.flatMap(({ offlineScopes }) => offlineScopes))
  expect(named.size).toBeGreaterThan(100)
  expect([...named].filter((scope) => !isKnownScope(scope))).toEqual([])
  expect(isKnownScope('read_socks')).toBe(false)
})
