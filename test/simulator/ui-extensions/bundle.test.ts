import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bundleExtension } from './bundle.ts'
import { readExtensions } from './read-extensions.ts'

const MOST_BYTES = 20_480
/** What Shopify answers itself, on the page: the customer’s own orders. */
const OF_SHOPIFY = 'shopify://customer-account/api/2026-07/graphql.json'

const extensions = readExtensions('extensions/checkout-offers')
const surfaces = 'node_modules/@shopify/ui-extensions/build/ts/surfaces'
const typed = ['checkout', 'customer-account']
  .map((surface) => readFileSync(join(surfaces, surface, 'extension-targets.d.ts'), 'utf8'))
  .join()

test.each(extensions)('$handle: a target of the typed API, at most 20 kB, without an address or a way to one', async (extension) => {
  expect(typed).toContain(`'${extension.target}': RenderExtension<`)
  expect(extension.mayUseNetwork).toBe(false)
  const code = await bundleExtension(extension)
  const bytes = gzipSync(code).length
  console.log(`${extension.handle}: ${bytes} bytes gzip`)
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
  const addresses = code.match(/\b[a-z]{2,12}:\/\/[^\s"'`]*/g) ?? []
  const ours = addresses.filter((address) => !address.startsWith('gid://') && !/^https?:\/\/www\.w3\.org\//.test(address))
  expect(ours).toEqual(extension.target.includes('order-index') ? [OF_SHOPIFY] : [])
  expect(code).not.toMatch(/XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|setInterval/)
  expect(code.match(/\bfetch\(/g) ?? []).toHaveLength(ours.length)
})
