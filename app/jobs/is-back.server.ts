import type { ShopId } from '#app/commerce/ids.ts'
import { ask, ShopifyRefused } from '#app/ingest/ask.server.ts'
import { hasLateUninstall } from '#app/ingest/inbox.server.ts'
import { AccessLost, ShopifyUnreachable } from '#app/shopify-failures.ts'
import { adminOf } from '#app/shopify.server.ts'

const STILL_IN = `#graphql
  query StillIn {
    currentAppInstallation { id }
  }` as const

/**
 * Whether the app is in the shop again, though news of its removal still waits: Shopify tries for hours to deliver it, and
 * the merchant may be faster. Only news that come late are doubted, and believed where Shopify cannot be asked.
 */
export async function isBack(shop: ShopId): Promise<boolean> {
  if (!(await hasLateUninstall(shop))) return false
  try {
    await ask(await adminOf(shop), STILL_IN, {}, { patience: 0 })
    return true
  } catch (error) {
    if (error instanceof AccessLost || error instanceof ShopifyUnreachable || error instanceof ShopifyRefused) return false
    throw error
  }
}
