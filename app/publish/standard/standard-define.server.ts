import type { ShopId } from '#app/commerce/ids.ts'
import { log } from '#app/platform/log.server.ts'
import { callAdmin, ShopifyRefused } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { ENABLE_STANDARD } from './standard-documents.ts'
import { STANDARD_KEYS, type Intent } from './standard-lists.ts'

/**
 * Makes sure that the shop has Shopify's own definition of a list, which its sections need to find it. Where Shopify refuses, that
 * is logged alone: what is written then tells whether it matters.
 */
export async function defineList(shop: ShopId, admin: AdminApi, intent: Intent, signal: AbortSignal): Promise<void> {
  try {
    const { standardMetafieldDefinitionEnable: answer } = await callAdmin(
      admin,
      ENABLE_STANDARD,
      { key: STANDARD_KEYS[intent] },
      { repeatable: true, signal },
    )
    const why = (answer?.userErrors ?? []).filter(({ code }) => code !== 'TAKEN').map(({ message }) => message)
    if (why.length > 0) log.warn({ shop, intent, why }, 'A standard definition could not be enabled')
  } catch (error) {
    if (!(error instanceof ShopifyRefused)) throw error
    log.warn({ shop, intent, why: error.message }, 'A standard definition could not be enabled')
  }
}
