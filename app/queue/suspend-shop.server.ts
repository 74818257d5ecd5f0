import type { ShopId } from '#app/commerce/ids.ts'
import type { FailureText } from '#app/platform/failure.ts'
import { log } from '#app/platform/log.server.ts'
import { beginRun, recordProgress } from './sync-progress.server.ts'
import { whileInstalled } from './while-installed.server.ts'

/** Stands where a pull's failure does; the admin has words for it. */
export const ACCESS_LOST = 'access-lost' as FailureText

/**
 * The shop has withdrawn its consent without uninstalling. Nothing is tried again; what changes meanwhile is missed, so
 * the catalogue counts as not read until the merchant has opened the app and it is read anew.
 */
export async function suspendShop(shop: ShopId): Promise<void> {
  log.warn({ shop }, 'The shop no longer lets the app in; work for it rests until its merchant opens the app')
  await whileInstalled(shop, async (installation) => {
    await beginRun(installation, 'catalog')
    await recordProgress(installation, 'catalog', { phase: 'failed', failure: ACCESS_LOST, bulkOperationId: null })
  })
}
