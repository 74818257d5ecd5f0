import type { PoolClient } from 'pg'
import { recordChanged, type Changed } from '#app/catalog/changes.server.ts'
import { setStock } from '#app/catalog/set-stock.server.ts'
import { openStage, stageLines } from '#app/catalog/stage-catalog.server.ts'
import { replaceCollection, replaceProduct } from '#app/catalog/store-catalog.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { isCopyOn } from '#app/copy/setting.server.ts'
import { isOfPrivacy } from '#app/inbox/applied-by.ts'
import { holdWaiting, markApplied, type StoredDelivery } from '#app/inbox/inbox.server.ts'
import { recordEchoes } from '#app/ingest/echoes.server.ts'
import { markDue } from '#app/measure/ledger/ledger-store.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { applyScopes } from '#app/privacy/apply-scopes.server.ts'
import { eraseBuried } from '#app/privacy/erase-buried.server.ts'
import { enqueueWith } from '#app/queue/queue.server.ts'
import { holdInstallation, lockShop, type Installation } from '#app/shopify/installation.server.ts'
import { adminOf } from '#app/shopify/shopify.server.ts'
import { mergeCustomers } from '#app/signals/merge-customers.server.ts'
import { newestOf } from '#app/signals/orders-to-refetch.ts'
import { visitsOfOrders } from '#app/signals/find-orders.server.ts'
import { openOrderStage, stageOrders } from '#app/signals/stage-orders.server.ts'
import { deleteOrders, recordStaged } from '#app/signals/store-orders.server.ts'
import { fetchNamed, type Answers } from './fetch-named.server.ts'

/** Lets a burst of changes become one publication. */
const GATHER_SECONDS = 1

/**
 * Applies deliveries in one transaction: all of them, or none. What they only name is asked of Shopify first, with nobody
 * else changing the shop's data meanwhile, so that the answer is the newest. Where offers may have changed they are published.
 */
export async function applyBatch(installation: Installation, deliveries: readonly StoredDelivery[], signal: AbortSignal): Promise<void> {
  const { shop } = installation
  // What is marked as applied was: another's work is not taken for done.
  const strange = deliveries.find(({ kept }) => isOfPrivacy(kept))
  if (strange) throw new Error(`A delivery of ${strange.topic} was kept as ${strange.kept.kind}`)
  if (deliveries.some(({ kept }) => kept.kind === 'scopes')) await applyScopes(shop, await adminOf(shop), signal)
  await inTransaction(async (client) => {
    await lockShop(client, shop)
    const waiting = await holdWaiting(client, shop, deliveries)
    const answers = await fetchNamed(client, installation, waiting, signal)
    await holdInstallation(client, installation)
    await applyOrders(client, shop, waiting, answers)
    const changed = await applyGoods(client, shop, answers)
    await markApplied(client, shop, waiting)
    await eraseBuried(client, shop, waiting)
    if (changed === 'any' || changed.length > 0) {
      await recordChanged(client, shop, changed)
      await enqueueWith(client, 'publish', shop, GATHER_SECONDS)
      if (await isCopyOn(shop)) await enqueueWith(client, 'copy', shop, GATHER_SECONDS)
    }
  })
}

async function applyOrders(
  client: PoolClient,
  shop: ShopId,
  waiting: readonly StoredDelivery[],
  { orders, ordersGone }: Answers,
): Promise<void> {
  const told = waiting.flatMap(({ kept }) => (kept.kind === 'order' ? [kept.order] : []))
  await markDue(client, shop, await visitsOfOrders(client, shop, ordersGone))
  await deleteOrders(client, shop, ordersGone)
  // What Shopify answered just now comes last: of the states of one second it stands.
  const newest = newestOf([...told, ...orders])
  if (newest.length > 0) {
    await openOrderStage(client)
    await stageOrders(client, newest)
    const { hasVisits } = await recordStaged(client, shop, 'staged')
    if (hasVisits) await enqueueWith(client, 'measure', shop, GATHER_SECONDS)
  }
  for (const { kept } of waiting) if (kept.kind === 'merge') await mergeCustomers(client, shop, kept.goneId, kept.keptId)
}

async function applyGoods(client: PoolClient, shop: ShopId, { products, collections, stock, heard }: Answers): Promise<Changed> {
  const changed = new Set(stock.keys())
  await setStock(client, shop, new Map([...stock].filter(([id]) => !products.has(id))))
  await recordEchoes(client, shop, heard)
  if (products.size > 0) await openStage(client)
  for (const [id, lines] of products) {
    if (lines) await stageLines(client, lines)
    if (await replaceProduct(client, shop, id)) changed.add(id)
  }
  let isRegrouped = false
  for (const [id, now] of collections) isRegrouped = (await replaceCollection(client, shop, id, now)) || isRegrouped
  return isRegrouped ? 'any' : [...changed]
}
