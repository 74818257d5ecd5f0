import type { ShopId } from '#app/commerce/ids.ts'
import { ask, ShopifyRefused } from '#app/ingest/ask.server.ts'
import { AccessLost, ShopifyUnreachable } from '#app/shopify-failures.ts'
import { adminOf } from '#app/shopify.server.ts'

const STILL_IN = `#graphql
  query StillIn {
    currentAppInstallation { id }
  }` as const

/** What Shopify itself says of the app in a shop, asked with the stored token: the witness beside a delivery's own word. */
export type Witness =
  /** The token is worth nothing, or there is none. */
  | { readonly kind: 'gone' }
  /** The app is in the shop, by this installation. */
  | { readonly kind: 'still-in'; readonly installation: string }
  /** Shopify cannot be asked now. */
  | { readonly kind: 'silent'; readonly why: string }

export async function askWitness(shop: ShopId): Promise<Witness> {
  try {
    const { currentAppInstallation } = await ask(await adminOf(shop), STILL_IN, {}, { patience: 0 })
    return { kind: 'still-in', installation: currentAppInstallation.id }
  } catch (error) {
    if (error instanceof AccessLost) return { kind: 'gone' }
    if (error instanceof ShopifyUnreachable || error instanceof ShopifyRefused) return { kind: 'silent', why: error.message }
    throw error
  }
}
