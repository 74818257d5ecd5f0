import type { PoolClient } from 'pg'
import { noteRequest } from '#app/admin/data-requests.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { inTransaction } from '#app/db.server.ts'
import { eraseBuried } from '#app/ingest/erase-buried.server.ts'
import { markApplied, waitingToForget, type StoredDelivery } from '#app/ingest/inbox.server.ts'
import { withoutBuried } from '#app/ingest/tombstones.server.ts'
import { log } from '#app/log.server.ts'
import { dropErasedModels } from '#app/models/drop-erased.server.ts'
import { eraseModels } from '#app/models/store-snapshot.server.ts'
import { eraseMined } from '#app/rules/proposals/store-proposals.server.ts'
import { beginAnew, forgetShop, leaveShop } from './forget.server.ts'
import { isBack } from './is-back.server.ts'
import { enqueueWith } from './queue.server.ts'
import { redactCustomer } from './redact.server.ts'

const BATCH = 200

/**
 * Applies the deliveries that wait to forget somebody, before all others: none of them needs an answer of Shopify's but late
 * news of a removal, and none may wait behind one that does. They bear coming early, since what is forgotten is buried. Where
 * orders are gone, so are the models that learnt from them, and what they offered is published no longer, whatever becomes of
 * the next training. Of a shop that we hold nothing of, there is nothing to forget.
 */
export async function applyPrivacy(shop: ShopId): Promise<void> {
  const waiting = await waitingToForget(shop, BATCH)
  if (waiting.length === 0) return
  const isAgainIn = await isBack(shop)
  await inTransaction(async (client) => {
    // Whoever is writing data of the shop comes to an end first, and looks again at what is buried before they write more.
    const held = await client.query('SELECT FROM shop WHERE id = $1 FOR NO KEY UPDATE', [shop])
    const ofUs = waiting.filter(({ kept }) => held.rowCount !== 0 || kept.kind === 'uninstalled' || kept.kind === 'redact-shop')
    let ordersGone = 0
    for (const delivery of ofUs) ordersGone += await applyOne(client, shop, delivery, isAgainIn)
    await markApplied(client, shop, waiting)
    await eraseBuried(client, shop, waiting)
    if (ordersGone === 0) return
    await eraseModels(client, shop)
    await eraseMined(client, shop)
    const { rowCount } = await client.query('SELECT FROM shop WHERE id = $1 AND uninstalled_at IS NULL', [shop])
    if (rowCount === 0) return
    await enqueueWith(client, 'train', shop)
    await enqueueWith(client, 'publish', shop)
  })
  await dropErasedModels()
}

async function applyOne(client: PoolClient, shop: ShopId, { kept, topic, webhookId }: StoredDelivery, isAgainIn: boolean): Promise<number> {
  switch (kept.kind) {
    case 'uninstalled':
      if (isAgainIn && (await beginAnew(client, shop))) await enqueueWith(client, 'sync', shop)
      else await leaveShop(client, shop)
      return 0
    case 'redact-shop':
      await forgetShop(client, shop)
      log.info({ shop }, 'A shop was forgotten')
      return 0
    case 'redact-customer': {
      const { gone } = await redactCustomer(client, shop, kept.customerId, kept.orders)
      log.info({ shop, orders: gone }, 'A customer was forgotten')
      return gone
    }
    case 'data-request':
      // It may come after the redaction of whom it asks about: then it asks about nobody whom we know.
      await noteRequest(client, shop, { id: kept.id, ...(await withoutBuried(client, shop, kept)) }, webhookId)
      return 0
    default:
      throw new Error(`A delivery of ${topic} was kept as ${kept.kind}`)
  }
}
