import { join } from 'node:path'
import type { Door } from '../door.ts'
import { openExtensionHost } from '../ui-extensions/extension-host.ts'
import type { Blocks } from './checkout/checkout-pages.ts'
import { openStorefront, type Storefront } from './storefront-door.ts'
import type { StorefrontOptions } from './storefront-options.ts'

export const extensionFolder = join(import.meta.dirname, '../../../extensions/theme-blocks')
export const appNamespace = 'app--1'

export const sampleDoor = (options: Partial<StorefrontOptions> = {}): Door => sampleStorefront(options).door

/** Our own blocks on the pages that Shopify draws, for an app that was granted all; `storefrontUrl` is where the shop answers. */
export function sampleBlocks(storefrontUrl: string, now: () => Date): Blocks {
  const known = { appNamespace, storefrontUrl, isStorefrontReadable: () => true }
  const scopes = new Set(['customer_read_customers', 'customer_read_orders'])
  const host = openExtensionHost({
    folder: join(extensionFolder, '../checkout-offers'),
    schemaFolder: '.data/schemas',
    askOf: ({ shop, customer }) => ({ ...known, shop, customer, scopes }),
    now,
  })
  return { host, storefrontUrl, appNamespace }
}

/** The storefront with our own blocks, plain pictures, and every metafield readable unless said otherwise. */
export function sampleStorefront(options: Partial<StorefrontOptions> = {}): Storefront {
  return openStorefront({
    extensionFolder,
    appNamespace,
    isStorefrontReadable: () => true,
    drawPicture: (product, { width }) => {
      const hue = (product.id * 47) % 360
      return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="${width}"><rect width="100" height="100" fill="hsl(${hue} 40% 80%)"/><circle cx="50" cy="52" r="26" fill="hsl(${hue} 45% 45%)"/></svg>`
    },
    now: () => new Date('2026-11-01T12:00:00Z'),
    ...options,
  })
}
