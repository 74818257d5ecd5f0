import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { gluedTo, readAppConfig } from './app-config.ts'

const place = { key: 'key', secret: 'local-shop-secret', url: 'http://localhost:4000' }
const toml = (applicationUrl: string) => `
name = "Tandem"
application_url = "${applicationUrl}"
[access_scopes]
scopes = "read_orders,write_app_proxy"
[[webhooks.subscriptions]]
topics = ["orders/create"]
uri = "/webhooks"
[[webhooks.subscriptions]]
compliance_topics = ["shop/redact"]
uri = "/webhooks"
[app_proxy]
url = "/proxy"
subpath = "tandem"
prefix = "apps"
`
const addressesIn = (text: string) => {
  const { subscriptions, proxy } = readAppConfig(text, place)
  return [...subscriptions.map(({ uri }) => uri), proxy!.url]
}

it('puts a relative address behind the whole address of the app, as a deploy does', () => {
  expect(addressesIn(toml('https://tandem.example.com/app'))).toEqual([
    'http://localhost:4000/app/webhooks',
    'http://localhost:4000/app/webhooks',
    'http://localhost:4000/app/proxy',
  ])
  expect(addressesIn(toml('https://tandem.example.com'))).toEqual([
    'http://localhost:4000/webhooks',
    'http://localhost:4000/webhooks',
    'http://localhost:4000/proxy',
  ])
  expect(gluedTo('https://tandem.example.com', 'https://elsewhere.example.com/hooks')).toBe('https://elsewhere.example.com/hooks')
})

it('our own configuration leads to where we listen', () => {
  const addresses = new Set(addressesIn(readFileSync('shopify.app.toml', 'utf8')))
  expect(addresses).toEqual(new Set(['http://localhost:4000/webhooks', 'http://localhost:4000/proxy']))
})
