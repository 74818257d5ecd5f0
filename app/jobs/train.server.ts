import type { ShopId } from '#app/commerce/ids.ts'
import { trainBoughtTogether } from '#app/models/bought-together.ts'
import { storeModel } from '#app/models/store-snapshot.server.ts'
import { readBaskets } from '#app/signals/read-baskets.server.ts'
import { learn } from './learn.server.ts'
import { enqueue } from './queue.server.ts'
import { whileInstalled } from './while-installed.server.ts'

/** Trains the shop's models on its own orders, then has the slots filled anew and rules proposed. */
export async function train(shop: ShopId): Promise<void> {
  await whileInstalled(shop, async (installation) => {
    const isStored = await learn(
      installation,
      async () => trainBoughtTogether(await readBaskets(shop)),
      (client, model) => storeModel(client, shop, model),
    )
    if (!isStored) return enqueue('train', shop)
    await enqueue('publish', shop)
    await enqueue('propose', shop)
  })
}
