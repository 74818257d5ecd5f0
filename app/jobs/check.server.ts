import { PLACEMENTS } from '#app/commerce/placement.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { prisma } from '#app/db.server.ts'
import { log } from '#app/log.server.ts'
import { checkPublished } from '#app/publish/check-published.server.ts'
import { adminOf } from '#app/shopify.server.ts'
import { enqueue } from './queue.server.ts'

/** Looks whether what we published still stands in the shop, and has mended what does not. */
export async function check(shop: ShopId, signal: AbortSignal): Promise<void> {
  const known = await prisma.shop.findUnique({ where: { id: shop } })
  if (!known || known.uninstalledAt) return
  const admin = await adminOf(shop)
  for (const placement of PLACEMENTS) {
    const drifted = await checkPublished(shop, placement, admin, signal)
    if (drifted === 0) continue
    log.warn({ shop, placement, drifted }, 'Slots in the shop were not as published')
    await enqueue('publish', shop)
  }
}
