import { recordChanged } from '#app/catalog/changes.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import { checkPublished } from '#app/publish/check-published.server.ts'
import { checkDiscounts } from '#app/publish/deals/check-discounts.server.ts'
import { ownersOf } from '#app/publish/our-shop.server.ts'
import { ensurePixel } from '#app/publish/pixel/pixel.server.ts'
import { checkLists } from '#app/publish/standard/standard-check.server.ts'
import { enqueueWith } from '#app/queue/queue.server.ts'
import { whileInstalled } from '#app/queue/while-installed.server.ts'
import { lockShop } from '#app/shopify/installation.server.ts'
import { adminOf } from '#app/shopify/shopify.server.ts'
import { findMissedOrders } from './find-missed-orders.server.ts'

/** Looks whether what we published still stands in the shop, what of it others have made theirs, and for what nobody told us of its orders; has both mended. */
export async function check(shop: ShopId, signal: AbortSignal): Promise<void> {
  await whileInstalled(shop, async (installation) => {
    const admin = await adminOf(shop)
    const drifted = await checkPublished(shop, admin, await ownersOf(admin, signal), signal)
    if (drifted > 0) log.warn({ shop, drifted }, 'Slots or deals in the shop were not as published')
    const mayDiscount = installation.scopes.includes('write_discounts')
    const areOff = mayDiscount && (await checkDiscounts(shop, admin, signal))
    if (areOff) log.warn({ shop }, 'Discounts in the shop were not as published')
    if (drifted > 0 || areOff)
      await inTransaction(async (client) => {
        await lockShop(client, shop)
        await recordChanged(client, shop, 'any')
        await enqueueWith(client, 'publish', shop)
      })
    const edited = await checkLists(shop, admin, signal)
    if (edited > 0) log.info({ shop, edited }, "Some of Shopify's own lists were edited and are left alone")
    await ensurePixel(shop, admin, installation.scopes, signal)
    const unheard = await findMissedOrders(installation, admin, Date.now(), signal)
    if (unheard > 0) log.warn({ shop, orders: unheard }, 'Orders were not as Shopify had told')
  })
}
