import type { ShopId } from '#app/commerce/ids.ts'
import { LOCKS, LOCK_UNLESS_SAID, type Lock, type Placement } from '#app/commerce/placement.ts'
import { prisma } from '#app/db.server.ts'

export async function readLock(shop: ShopId, placement: Placement): Promise<Lock> {
  const row = await prisma.placementSetting.findUnique({ where: { shopId_placement: { shopId: shop, placement } } })
  return LOCKS.find((lock) => lock === row?.lock) ?? LOCK_UNLESS_SAID
}

export async function saveLock(shop: ShopId, placement: Placement, lock: Lock): Promise<void> {
  await prisma.placementSetting.upsert({
    where: { shopId_placement: { shopId: shop, placement } },
    create: { shopId: shop, placement, lock },
    update: { lock },
  })
}
