import type { ShopId } from '#app/commerce/ids.ts'
import { CATALOG_EXPORT } from '#app/ingest/catalog-documents.ts'
import { fetchCollections } from '#app/ingest/fetch-catalog.server.ts'
import { orderExport } from '#app/ingest/order-documents.ts'
import { isAnotherInstallation } from '#app/privacy/meet-installation.server.ts'
import { defineMetafields } from '#app/publish/define-metafields.server.ts'
import { ensurePixel } from '#app/publish/pixel/pixel.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { lastRun } from '#app/queue/sync-progress.server.ts'
import { whileInstalled } from '#app/queue/while-installed.server.ts'
import type { Installation } from '#app/shopify/installation.server.ts'
import { adminOf } from '#app/shopify/shopify.server.ts'
import { subscribe } from '#app/shopify/subscribe.server.ts'
import { firstRetainedDay } from '#app/signals/retention.ts'
import { nameMetaobjects } from './name-metaobjects.server.ts'
import { runExport } from './run-export.server.ts'
import { takeCatalog } from './take-catalog.server.ts'
import { takeOrders } from './take-orders.server.ts'

/** Clocks differ, and Shopify's search lags behind its orders: so much is read twice. */
const OVERLAP = 60 * 60_000

/**
 * Pulls the shop's whole catalogue and the orders it lets us see, then has models trained and slots published. Orders
 * that were read before are read again only where they changed since; so this also mends, every night, what never arrived.
 */
export async function sync(shop: ShopId, signal: AbortSignal): Promise<void> {
  await whileInstalled(shop, async (installation) => {
    const admin = await adminOf(shop)
    if (await isAnotherInstallation(installation, admin)) return
    await subscribe(admin, installation.scopes, signal)
    await defineMetafields(admin, signal)
    await ensurePixel(shop, admin, installation.scopes, signal)
    await runExport(
      installation,
      admin,
      {
        kind: 'catalog',
        query: CATALOG_EXPORT,
        take: async (file, since, tell) => takeCatalog(installation, file, await fetchCollections(admin, signal), since, tell, signal),
      },
      signal,
    )
    await nameMetaobjects(installation, admin, signal)
    await enqueue('publish', shop)
    await enqueue('copy', shop)
    await enqueue('markets', shop)
    const wanted = { madeSince: firstRetainedDay(new Date()), changedSince: await changedSince(installation) }
    await runExport(
      installation,
      admin,
      {
        kind: 'orders',
        query: orderExport(installation.scopes, wanted),
        take: (file, _since, tell) => takeOrders(installation, file, tell, signal),
      },
      signal,
    )
    // What came meanwhile, and what the exports told too little of.
    await enqueue('apply', shop)
    await enqueue('train', shop)
  })
}

/** From when on (milliseconds) changed orders are wanted; null where all are: the first time, and when more was granted. */
async function changedSince(installation: Installation): Promise<number | null> {
  const last = await lastRun(installation, 'orders')
  const sawAsMuch = installation.scopes.every((scope) => last?.scopes.includes(scope))
  return last?.isDone && sawAsMuch ? last.startedAt.getTime() - OVERLAP : null
}
