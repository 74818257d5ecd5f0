import type { PoolClient } from 'pg'
import { openStage, replaceCatalog, stageLines } from '#app/catalog/store-catalog.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { inTransaction, prisma } from '#app/db.server.ts'
import { awaitExport, startExport } from '#app/ingest/bulk-export.server.ts'
import { CATALOG_EXPORT } from '#app/ingest/catalog-documents.ts'
import { orderExport } from '#app/ingest/order-documents.ts'
import { pullCatalog } from '#app/ingest/pull-catalog.server.ts'
import { pullOrders } from '#app/ingest/pull-orders.server.ts'
import { log } from '#app/log.server.ts'
import { defineMetafields } from '#app/publish/define-metafields.server.ts'
import { adminOf, type AdminApi } from '#app/shopify.server.ts'
import { openOrderStage, recordStaged, stageOrderLines } from '#app/signals/store-orders.server.ts'
import { enqueue } from './queue.server.ts'
import { firstDayKept } from '#app/signals/retention.ts'
import { noteProgress, openExport, type SyncKind } from './sync-progress.server.ts'

/** Pulls the shop's whole catalogue and the orders it lets us see, then has models trained and slots published. */
export async function sync(shop: ShopId, signal: AbortSignal): Promise<void> {
  const known = await prisma.shop.findUnique({ where: { id: shop } })
  if (!known || known.uninstalledAt) return
  const admin = await adminOf(shop)
  await defineMetafields(admin)
  await pull(shop, 'catalog', admin, CATALOG_EXPORT, signal, (url, tell) =>
    inTransaction(async (client) => {
      await openStage(client)
      await stageAll(pullCatalog(url, known.currency, signal), async (lines) => (await stageLines(client, lines)).broken, tell)
      await replaceCatalog(client, shop)
    }),
  )
  await enqueue('publish', shop)
  await pull(shop, 'orders', admin, orderExport(known.scopes, firstDayKept(new Date())), signal, (url, tell) =>
    inTransaction((client) => readOrders(client, shop, url, signal, tell)),
  )
  await enqueue('train', shop)
}

type Tell = (read: number) => Promise<void>

async function pull(
  shop: ShopId,
  kind: SyncKind,
  admin: AdminApi,
  query: string,
  signal: AbortSignal,
  read: (url: string, tell: Tell) => Promise<void>,
): Promise<void> {
  try {
    const resumed = await openExport(shop, kind)
    if (resumed === undefined) await noteProgress(shop, kind, { phase: 'asking' })
    const bulkOperationId = resumed ?? (await startExport(admin, query))
    let total = 0
    const onState = async ({ objects }: { objects: number }) => {
      total = objects
      await noteProgress(shop, kind, { phase: 'exporting', bulkOperationId, progress: objects })
    }
    const url = await awaitExport(admin, bulkOperationId, onState, signal)
    if (url !== null) await read(url, (progress) => noteProgress(shop, kind, { phase: 'reading', progress, total }))
    await noteProgress(shop, kind, { phase: 'done', progress: total })
  } catch (error) {
    await noteProgress(shop, kind, { phase: 'failed', failure: error instanceof Error ? error.message : String(error) })
    throw error
  }
}

async function readOrders(client: PoolClient, shop: ShopId, url: string, signal: AbortSignal, tell: Tell): Promise<void> {
  await openOrderStage(client)
  await stageAll(pullOrders(url, signal), (lines) => stageOrderLines(client, lines), tell)
  const { changed, orphans } = await recordStaged(client, shop)
  log.info({ shop, changed, orphans }, 'Orders recorded')
}

async function stageAll<Line>(batches: AsyncIterable<Line[]>, stage: (batch: Line[]) => Promise<number>, tell: Tell): Promise<void> {
  let read = 0
  let broken = 0
  for await (const batch of batches) {
    broken += await stage(batch)
    read += batch.length
    await tell(read)
  }
  if (broken > 0) log.warn({ broken, read }, 'Some lines of the export could not be read')
}
