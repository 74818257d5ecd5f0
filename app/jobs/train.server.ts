import type { ShopId } from '#app/commerce/ids.ts'
import { prisma } from '#app/db.server.ts'
import { trainBoughtTogether } from '#app/models/bought-together.ts'
import { storeModel } from '#app/models/store-snapshot.server.ts'
import { readBaskets } from '#app/signals/read-baskets.server.ts'
import { enqueue } from './queue.server.ts'

/** Trains the shop's models on its own orders, then has the slots filled anew. */
export async function train(shop: ShopId): Promise<void> {
  const known = await prisma.shop.findUnique({ where: { id: shop } })
  if (!known || known.uninstalledAt) return
  await storeModel(shop, trainBoughtTogether(await readBaskets(shop)))
  await enqueue('publish', shop)
}
