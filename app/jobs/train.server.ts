import type { ShopId } from '#app/commerce/ids.ts'
import { inTransaction } from '#app/db.server.ts'
import { holdInstallation } from '#app/installation.server.ts'
import { trainBoughtTogether } from '#app/models/bought-together.ts'
import { storeModel } from '#app/models/store-snapshot.server.ts'
import { readBaskets } from '#app/signals/read-baskets.server.ts'
import { enqueue } from './queue.server.ts'
import { whileInstalled } from './while-installed.server.ts'

/** Trains the shop's models on its own orders, then has the slots filled anew and rules proposed. */
export async function train(shop: ShopId): Promise<void> {
  await whileInstalled(shop, async (installation) => {
    const model = trainBoughtTogether(await readBaskets(shop))
    await inTransaction(async (client) => {
      await holdInstallation(client, installation)
      await storeModel(client, shop, model)
    })
    await enqueue('publish', shop)
    await enqueue('propose', shop)
  })
}
