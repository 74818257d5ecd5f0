import type { ShopId } from '#app/commerce/ids.ts'
import { Sayable } from '#app/platform/failure.ts'
import { log } from '#app/platform/log.server.ts'
import { ShopifyRefused } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { deleteDiscount, listDiscounts } from './discount-nodes.server.ts'
import { forgetNode, readNodes } from './discount-store.server.ts'

/**
 * Takes every discount of ours out of the shop, those that nobody remembers as well, and tells of each that it is gone. Where leave to do
 * so was taken back, they stay: those of our function's take nothing off without deals, and go with the app. Throws Sayable where
 * Shopify leaves one there.
 */
export async function removeDiscounts(
  shop: ShopId,
  admin: AdminApi,
  tell: (gone: number) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const kept = await readNodes(shop)
    const remembered = new Map(kept.flatMap(({ gid, key }) => (gid === null ? [] : [[gid, key]])))
    const listed = await listDiscounts(admin, signal)
    for (const { gid, isOurs } of listed) {
      if (!isOurs && !remembered.has(gid)) continue
      const why = await deleteDiscount(admin, gid, signal)
      if (why !== undefined) throw new Sayable(`Shopify left a discount of ours in the shop: ${why}`)
      await tell(1)
    }
    for (const { key } of kept) await forgetNode(shop, key)
  } catch (error) {
    if (!(error instanceof ShopifyRefused)) throw error
    log.warn({ shop, why: error.message }, 'Discounts could not be taken out of the shop')
  }
}
