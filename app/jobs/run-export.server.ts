import { failureOf, failureSaying } from '#app/platform/failure.ts'
import { log } from '#app/platform/log.server.ts'
import { isTransient } from '#app/queue/is-transient.ts'
import { beginRun, lastRun, recordProgress, type SyncKind } from '#app/queue/sync-progress.server.ts'
import { ShopifyRefused } from '#app/shopify/call-admin.server.ts'
import { awaitExport, startExport } from '#app/shopify/export/bulk-export.server.ts'
import { FileGone } from '#app/shopify/export/download.server.ts'
import type { JsonlFile } from '#app/shopify/export/read-jsonl.server.ts'
import { InstallationEnded, type Installation } from '#app/shopify/installation.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'

/** What an export has brought, once all of it stands in the tables. */
export interface Taken {
  readonly read: number
  readonly broken: number
  readonly orphans: number
}

export type ReportProgress = (read: number) => Promise<void>

export interface ExportRun {
  readonly kind: SyncKind
  readonly query: string
  /** Takes over the whole file in one transaction, or nothing; null is an export with nothing in it. `since` is when it began. */
  readonly take: (file: JsonlFile | null, since: Date, tell: ReportProgress) => Promise<Taken>
}

/** How many exports one run begins: one that ends without a result, or whose result is gone, is followed by another. */
const MOST_EXPORTS = 3

/**
 * Has Shopify export what the query asks for and takes it over. Going on after an interruption it waits for the export
 * that was begun then; where what the export holds made it fail, the next time begins another. Throws what asking and taking throw,
 * with the failure written down.
 */
export async function runExport(
  installation: Installation,
  admin: AdminApi,
  { kind, query, take }: ExportRun,
  signal: AbortSignal,
): Promise<void> {
  let running: string | null = null
  try {
    let why = ''
    for (let begun = 0; begun < MOST_EXPORTS;) {
      const open = await openPull(installation, kind)
      const since = open?.startedAt ?? (await beginRun(installation, kind))
      if (!open) begun += 1
      const id = (running = open?.bulkOperationId ?? (await startExport(admin, query, signal)))
      const exporting = (objects: number) =>
        recordProgress(installation, kind, { phase: 'exporting', bulkOperationId: id, progress: objects })
      const end = await awaitExport(admin, id, exporting, signal)
      if (end.kind !== 'over') {
        const total = end.kind === 'file' ? end.objects : 0
        const reading = (progress: number) => recordProgress(installation, kind, { phase: 'reading', bulkOperationId: id, progress, total })
        const taken = await orGone(take(end.kind === 'file' ? end.file : null, since, reading))
        if (taken) {
          await recordProgress(installation, kind, { phase: 'done', progress: taken.read, broken: taken.broken, orphans: taken.orphans })
          return
        }
      }
      why = end.kind === 'over' ? end.why : 'The export’s file is gone'
      log.warn({ shop: installation.shop, kind, why }, 'An export came to nothing')
      running = null
      await recordProgress(installation, kind, { phase: 'failed', failure: failureSaying(why), bulkOperationId: null })
    }
    throw new ShopifyRefused(why)
  } catch (error) {
    // What is merely interrupted goes on later from where it stands.
    if (signal.aborted || error instanceof InstallationEnded) throw error
    const failed = { phase: 'failed', failure: failureOf(error) } as const
    await recordProgress(installation, kind, { ...failed, bulkOperationId: isTransient(error) ? running : null })
    throw error
  }
}

/** The pull to go on with: one that has an export, begun with what is granted now. */
async function openPull(installation: Installation, kind: SyncKind) {
  const last = await lastRun(installation, kind)
  const isAsGranted = last?.scopes.toSorted().join() === installation.scopes.toSorted().join()
  return last && !last.isDone && last.bulkOperationId !== null && isAsGranted ? last : undefined
}

async function orGone(taking: Promise<Taken>): Promise<Taken | undefined> {
  try {
    return await taking
  } catch (error) {
    if (error instanceof FileGone) return undefined
    throw error
  }
}
