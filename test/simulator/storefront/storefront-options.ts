import type { Product } from '../shop.ts'
import type { AppPixel } from '../web-pixels/app-pixel.ts'
import type { Shelf } from './liquid/drops/shelf.ts'
import type { Blocks } from './checkout/checkout-pages.ts'
import type { Visit } from './visit.ts'

/** What the storefront cannot know of itself. */
export interface StorefrontOptions {
  /** The theme app extension whose blocks the theme may hold. */
  readonly extensionFolder: string
  /** What `$app` stands for in stored metafields, such as `app--1`. */
  readonly appNamespace: string
  /** Whether a metafield's definition lets a storefront read it; `ownerType` as the Admin API spells it: `PRODUCT`. */
  readonly isStorefrontReadable: (ownerType: string, namespace: string, key: string) => boolean
  /** An SVG document of the product, `width` pixels wide. */
  readonly drawPicture: (product: Product, size: { readonly width: number }) => string
  readonly now: () => Date
  /** Where blocks of the app are drawn on Shopify's own pages; absent where none are. */
  readonly blocks?: Blocks
  /** The app's web pixel, where it has one. */
  readonly pixel?: AppPixel | undefined
}

/** Where the drops of one visit take their facts from. */
export function shelfOf(options: StorefrontOptions, visit: Visit): Shelf {
  return { ...options, shop: visit.shop, root: visit.root }
}
