import type { ShopId } from '#app/commerce/ids.ts'

/**
 * What a document was exported from: the shop, and a name of what its merchants worked on then, as "toys.myshopify.com@" and
 * twelve hexadecimal digits.
 */
export const ORIGIN = /^[a-z0-9][a-z0-9-]*\.myshopify\.com@[0-9a-f]{12}$/

/** What a document that was read says that it was exported from; undefined where it does not, or names another shop. */
export function originIn(document: unknown, shop: ShopId): string | undefined {
  const { from } = document as { readonly from?: string }
  return from?.startsWith(`${shop}@`) ? from : undefined
}
