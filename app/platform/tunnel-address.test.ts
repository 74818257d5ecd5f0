import { expect, it } from 'vitest'
import { readTunnel } from './tunnel-address.ts'

it('HOST as Shopify’s CLI sets it is the app’s address, whatever else says so', () => {
  expect(readTunnel({ HOST: 'https://one.example.com/', SHOPIFY_APP_URL: 'https://old.example.com', PORT: '1' })).toEqual({
    SHOPIFY_APP_URL: 'https://one.example.com',
    PORT: '1',
  })
})

it.each(['0.0.0.0', '::1', 'localhost', 'httpd.internal', undefined])('HOST as %s is where to listen', (HOST) => {
  expect(readTunnel({ HOST, SHOPIFY_APP_URL: 'https://ours.example.com' })).toEqual({ HOST, SHOPIFY_APP_URL: 'https://ours.example.com' })
})
