import { ShopifyRefused } from '#app/shopify/call-admin.server.ts'
import { AccessLost, ShopifyUnreachable } from '#app/shopify/shopify-failures.ts'

/** What went wrong while Shopify was asked, and what to do. Throws what was not Shopify's doing. */
export function readFailureWords(error: unknown): readonly [says: string, mend: string] {
  if (error instanceof AccessLost) return ['takes the stored token no longer.', 'Open the app in the shop’s admin: that fetches a new one.']
  if (error instanceof ShopifyUnreachable)
    return [
      `cannot be asked: ${error.message}.`,
      /opened/.test(error.message) ? 'TOKEN_KEY is not what sealed it: set TOKEN_KEY_BEFORE.' : 'Try again later.',
    ]
  if (error instanceof ShopifyRefused) return [`refuses: ${error.message}.`, 'Compare shopify.app.toml with what is deployed.']
  throw error
}
