import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { isOfPrivacy } from '#app/inbox/applied-by.ts'
import { markApplied, waitingToForget, type StoredDelivery } from '#app/inbox/inbox.server.ts'
import { withoutBuried } from '#app/ingest/tombstones.server.ts'
import { dropErasedModels } from '#app/models/snapshot/drop-erased.server.ts'
import { eraseModels } from '#app/models/snapshot/store-snapshot.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import { enqueueWith } from '#app/queue/queue.server.ts'
import { eraseMined } from '#app/rules/proposals/store-proposals.server.ts'
import { eraseCustomers } from '#app/serve/snapshots/store-customers.server.ts'
import { confirmWithShopify } from './confirm-with-shopify.server.ts'
import { recordRequest } from './data-requests.server.ts'
import { endShop } from './end-shop.server.ts'
import { eraseBuried } from './erase-buried.server.ts'
import { redactCustomer } from './redact.server.ts'

const BATCH = 200

/**
 * Applies the deliveries that wait to end or forget somebody, before all others: none may wait behind one that needs an answer of
 * Shopify's. They bear coming early, since what is forgotten is buried. What ends a shop is believed only with Shopify's own word
 * beside it, and waits otherwise. Where orders are gone, so are the models that learnt from them, and what they offered is
 * published no longer, whatever becomes of the next training. Of a shop that we hold nothing of, there is nothing to forget.
 */
export async function applyPrivacy(shop: ShopId): Promise<void> {
  const waiting = await waitingToForget(shop, BATCH)
  if (waiting.length === 0) return
  const [ending, forgetting] = [waiting.filter(endsShop), waiting.filter((delivery) => !endsShop(delivery))]
  if (forgetting.length > 0) await inTransaction((client) => forget(client, shop, forgetting))
  if (ending.length > 0) {
    const witness = await confirmWithShopify(shop)
    await inTransaction((client) => endShop(client, shop, ending, witness))
  }
  await dropErasedModels()
}

const endsShop = ({ kept }: StoredDelivery) => kept.kind === 'uninstalled' || kept.kind === 'redact-shop'

async function forget(client: PoolClient, shop: ShopId, waiting: readonly StoredDelivery[]): Promise<void> {
  // Whoever is writing data of the shop comes to an end first, and looks again at what is buried before they write more.
  const { rows } = await client.query<{ isIn: boolean }>(
    'SELECT uninstalled_at IS NULL AS "isIn" FROM shop WHERE id = $1 FOR NO KEY UPDATE',
    [shop],
  )
  let ordersGone = 0
  if (rows[0]) for (const delivery of waiting) ordersGone += await applyOne(client, shop, delivery)
  await markApplied(client, shop, waiting)
  await eraseBuried(client, shop, waiting)
  // Whoever was untied from an order that stays is in there, too.
  const hadLists = waiting.some(({ kept }) => kept.kind === 'redact-customer') && (await eraseCustomers(client, shop))
  if (ordersGone > 0) {
    await eraseModels(client, shop)
    await eraseMined(client, shop)
  }
  if (!rows[0]?.isIn || (ordersGone === 0 && !hadLists)) return
  await enqueueWith(client, 'train', shop)
  if (ordersGone > 0) await enqueueWith(client, 'publish', shop)
}

/** Returns how many orders are gone. */
async function applyOne(client: PoolClient, shop: ShopId, { kept, topic, webhookId }: StoredDelivery): Promise<number> {
  if (!isOfPrivacy(kept)) throw new Error(`A delivery of ${topic} was kept as ${kept.kind}`)
  switch (kept.kind) {
    case 'redact-customer': {
      const { gone } = await redactCustomer(client, shop, kept.customerId, kept.orders)
      log.info({ shop, orders: gone }, 'A customer was forgotten')
      return gone
    }
    case 'data-request':
      // It may come after the redaction of whom it asks about: then it asks about nobody whom we know.
      await recordRequest(client, shop, { id: kept.id, ...(await withoutBuried(client, shop, kept)) }, webhookId)
      return 0
    case 'uninstalled':
    case 'redact-shop':
      throw new Error(`A delivery of ${topic} was kept as ${kept.kind}`)
  }
}
