/** The shop's tokens are worth nothing any more: work for it rests until its merchant opens the app again. */
export class AccessLost extends Error {
  override name = 'AccessLost'
}

/** Shopify did not answer, or only that it cannot now. Whether it has done what was asked is not known. */
export class ShopifyUnreachable extends Error {
  override name = 'ShopifyUnreachable'
}
