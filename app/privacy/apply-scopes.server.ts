import type { ShopId } from '#app/commerce/ids.ts'
import { checkDiscounts } from '#app/publish/deals/check-discounts.server.ts'
import { ensurePixel } from '#app/publish/pixel/pixel.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { installationOf } from '#app/shopify/installation.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { subscribe } from '#app/shopify/subscribe.server.ts'
import { refreshScopes } from './scopes.server.ts'

/** Looks at what the merchant grants now, listens to what that lets us hear of, and reads again where it shows more. */
export async function applyScopes(shop: ShopId, admin: AdminApi, signal: AbortSignal): Promise<void> {
  const { moreOrders, otherMarkets, otherMetaobjects, otherDiscounts } = await refreshScopes(shop, admin)
  const now = await installationOf(shop)
  if (now) {
    await subscribe(admin, now.scopes, signal)
    await ensurePixel(shop, admin, now.scopes, signal)
  }
  if (moreOrders || otherMetaobjects) await enqueue('sync', shop)
  if (otherMarkets) await enqueue('markets', shop)
  if (otherDiscounts) {
    // Rules are held against the shop's own discounts before any of ours is made.
    if (now?.scopes.includes('write_discounts')) await checkDiscounts(shop, admin, signal)
    await enqueue('publish', shop)
    await enqueue('lint', shop)
  }
}
