import { Sayable } from '#app/platform/failure.ts'

/** The shop's tokens are worth nothing any more: work for it rests until its merchant opens the app again. */
export class AccessLost extends Sayable {
  override name = 'AccessLost'
}

/** Shopify did not answer, or only that it cannot now. Whether it has done what was asked is not known. */
export class ShopifyUnreachable extends Sayable {
  override name = 'ShopifyUnreachable'
}

/** What Shopify's library threw, in the words of the wire. */
export type ClientError =
  /** Status 200, but errors in place of data. */
  | { readonly kind: 'graphql'; readonly message: string; readonly body: unknown }
  | { readonly kind: 'status'; readonly status: number; readonly text: string; readonly retryAfterSeconds: number | undefined }
  | { readonly kind: 'network'; readonly message: string }
