import { join } from 'node:path'
import type { Door } from '../door.ts'
import { openStorefront, type Storefront } from './storefront-door.ts'
import type { StorefrontOptions } from './storefront-options.ts'

export const extensionFolder = join(import.meta.dirname, '../../../extensions/theme-blocks')
export const appNamespace = 'app--1'

export const sampleDoor = (options: Partial<StorefrontOptions> = {}): Door => sampleStorefront(options).door

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
