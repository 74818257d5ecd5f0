import type { ShopId } from '#app/commerce/ids.ts'
import { env } from '#app/platform/env.server.ts'

/** Where a product stands in the shop. Whoever follows it from the admin is the merchant: no visit of theirs is counted, and nothing is held out. */
export const pageInShop = (shop: ShopId, handle: string): string =>
  `${env.LOCAL_SHOP_URL ?? `https://${shop}`}/products/${handle}?tandem_own=1`
