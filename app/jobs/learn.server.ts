import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { countBuried } from '#app/ingest/tombstones.server.ts'
import { inTransaction, pool } from '#app/platform/db.server.ts'
import { holdInstallation, type Installation } from '#app/shopify/installation.server.ts'

/**
 * Learns something from the shop's orders and stores it, unless orders or customers were forgotten meanwhile: then nothing is stored, and
 * it is to be learnt again. Returns whether it was stored. Throws InstallationEnded.
 */
export async function learn<Learnt>(
  installation: Installation,
  fromOrders: () => Promise<Learnt>,
  store: (client: PoolClient, learnt: Learnt) => Promise<void>,
): Promise<boolean> {
  const { shop } = installation
  const buried = await countForgotten(pool, shop)
  const learnt = await fromOrders()
  return inTransaction(async (client) => {
    // Who forgets holds the shop's row: either they are done by now, or they wait until this is and erase what it stored.
    await holdInstallation(client, installation)
    if ((await countForgotten(client, shop)) !== buried) return false
    await store(client, learnt)
    return true
  })
}

/** How many orders and customers were ever forgotten. */
async function countForgotten(client: Pick<PoolClient, 'query'>, shop: ShopId): Promise<number> {
  return (await countBuried(client, shop, 'order')) + (await countBuried(client, shop, 'customer'))
}
