import type { ShopId } from '#app/commerce/ids.ts'
import { callAdmin, ShopifyRefused } from '#app/shopify/call-admin.server.ts'
import { AccessLost, ShopifyUnreachable } from '#app/shopify/shopify-failures.ts'
import { adminOf } from '#app/shopify/shopify.server.ts'
import type { Confirmation } from './judge-ending.ts'

const STILL_IN = `#graphql
  query StillIn {
    currentAppInstallation { id }
  }` as const

/** Asks Shopify with the stored token. Throws what is neither an answer nor a silence. */
export async function confirmWithShopify(shop: ShopId): Promise<Confirmation> {
  try {
    const { currentAppInstallation } = await callAdmin(await adminOf(shop), STILL_IN, {}, { patience: 0 })
    return { kind: 'still-in', installation: currentAppInstallation.id }
  } catch (error) {
    if (error instanceof AccessLost) return { kind: 'gone' }
    if (error instanceof ShopifyUnreachable || error instanceof ShopifyRefused) return { kind: 'silent', why: error.message }
    throw error
  }
}
