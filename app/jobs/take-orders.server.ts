import { toGid, type OrderId } from '#app/commerce/ids.ts'
import { requestAgain } from '#app/inbox/request-again.server.ts'
import { fetchOrders } from '#app/ingest/fetch-orders.server.ts'
import { named, quarantine } from '#app/ingest/quarantine.server.ts'
import { suspectOrders } from '#app/ingest/suspects.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { JsonlFile } from '#app/shopify/export/read-jsonl.server.ts'
import { enqueueWith } from '#app/queue/queue.server.ts'
import { holdInstallation, lockShop, type Installation } from '#app/shopify/installation.server.ts'
import { openOrderStage, orphansStaged, stageOrderLines, tornStaged, unstageOrders } from '#app/signals/stage-orders.server.ts'
import { recordStaged } from '#app/signals/store-orders.server.ts'
import type { Taken, ReportProgress } from './run-export.server.ts'
import { stageAll } from './stage-all.server.ts'

const MOST_ORPHANED = 10_000

/**
 * Records an export of orders in one transaction; what is held and newer stands. An order of which a part is missing is
 * left out and asked for by itself.
 */
export async function takeOrders(
  installation: Installation,
  file: JsonlFile | null,
  tell: ReportProgress,
  signal: AbortSignal,
): Promise<Taken> {
  if (!file) return { read: 0, broken: 0, orphans: 0 }
  const { shop } = installation
  return inTransaction(async (client) => {
    await openOrderStage(client)
    const { read, broken } = await stageAll(fetchOrders(file, signal), (batch) => stageOrderLines(client, batch), tell)
    const orphans = await orphansStaged(client, MOST_ORPHANED)
    const suspects = suspectOrders(broken)
    const torn = suspects.mayTear ? await tornStaged(client) : []
    const unclear = [...new Set<OrderId>([...suspects.orders, ...orphans.of, ...torn])]
    await unstageOrders(client, unclear)
    await lockShop(client, shop)
    await holdInstallation(client, installation)
    // The export may be older than what webhooks have told since.
    const { hasVisits } = await recordStaged(client, shop, 'held')
    if (hasVisits) await enqueueWith(client, 'measure', shop)
    const lost = orphans.of.map((id) => ({ gid: toGid('Order', id), why: 'its lines came without it' }))
    await quarantine(client, shop, 'orders', [...broken.map(named), ...lost])
    await requestAgain(client, shop, { orders: unclear })
    return { read, broken: broken.length, orphans: orphans.lines }
  })
}
