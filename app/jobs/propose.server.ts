import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { mineGroups, mineProducts } from '#app/models/mining/mine.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { whileInstalled } from '#app/queue/while-installed.server.ts'
import { pickProposals } from '#app/rules/proposals/pick.ts'
import { storeProposals } from '#app/rules/proposals/store-proposals.server.ts'
import { readPurchases } from '#app/signals/read-purchases.server.ts'
import { learn } from './learn.server.ts'

/** More than these nobody reads. */
const MOST = 30

/** Looks through the shop's own orders for rules that they speak for. Nothing of it is shown to shoppers. */
export async function propose(shop: ShopId): Promise<void> {
  await whileInstalled(shop, async (installation) => {
    const now = Date.now()
    const mine = async () => {
      const [purchases, catalog] = await Promise.all([readPurchases(shop, now), loadCatalog(shop, now)])
      const mined = { groups: mineGroups(purchases, catalog), products: mineProducts(purchases, catalog) }
      return { proposals: pickProposals(mined, purchases, catalog, MOST), orders: purchases.length }
    }
    const isStored = await learn(installation, mine, (client, { proposals, orders }) => storeProposals(client, shop, proposals, orders))
    if (!isStored) await enqueue('propose', shop)
  })
}
