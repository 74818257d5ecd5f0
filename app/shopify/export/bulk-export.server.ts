import { setTimeout as wait } from 'node:timers/promises'
import { callAdmin, refuseUserErrors, ShopifyRefused } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import type { JsonlFile } from './read-jsonl.server.ts'

const START_EXPORT = `#graphql
  mutation StartExport($query: String!) {
    bulkOperationRunQuery(query: $query) {
      bulkOperation { id }
      userErrors { field message }
    }
  }` as const

const EXPORT_STATE = `#graphql
  query ExportState($id: ID!) {
    bulkOperation(id: $id) { status errorCode objectCount fileSize url }
  }` as const

const CANCEL_EXPORT = `#graphql
  mutation CancelExport($id: ID!) {
    bulkOperationCancel(id: $id) { userErrors { field message } }
  }` as const

const UNDER_WAY: readonly string[] = ['CREATED', 'RUNNING', 'CANCELING']

/** How an export ended: with a file, with nothing in it, or without a result. */
export type ExportEnd =
  | { readonly kind: 'file'; readonly file: JsonlFile; readonly objects: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'over'; readonly why: string }

/** An export that exports nothing more for so long (milliseconds) is given up. */
const PATIENCE = 20 * 60_000
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 10_000

/** Starts an export and returns the operation's global id. Throws ShopifyRefused with Shopify's reasons. */
export async function startExport(admin: AdminApi, query: string, signal: AbortSignal): Promise<string> {
  const { bulkOperationRunQuery: answer } = await callAdmin(admin, START_EXPORT, { query }, { signal })
  refuseUserErrors(answer?.userErrors ?? [])
  if (!answer?.bulkOperation) throw new ShopifyRefused('Shopify did not start the export')
  return answer.bulkOperation.id
}

/** Waits until the export ends, telling how many objects it holds so far. Throws as `callAdmin` does. */
export async function awaitExport(
  admin: AdminApi,
  id: string,
  tell: (objects: number) => Promise<void>,
  signal: AbortSignal,
  patience = PATIENCE,
): Promise<ExportEnd> {
  let most = -1
  let since = performance.now()
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
    const { bulkOperation: found } = await callAdmin(admin, EXPORT_STATE, { id }, { signal })
    if (!found) return { kind: 'over', why: 'Shopify no longer knows the export' }
    const objects = Number(found.objectCount)
    if (objects > most) [most, since] = [objects, performance.now()]
    await tell(objects)
    if (found.status === 'COMPLETED') {
      const size = found.fileSize === null || found.fileSize === undefined ? null : Number(found.fileSize)
      return found.url ? { kind: 'file', file: { url: found.url, size }, objects } : { kind: 'empty' }
    }
    // What Shopify may come to call an end is one, too.
    if (!UNDER_WAY.includes(found.status))
      return { kind: 'over', why: `The export ended as ${found.status}${found.errorCode ? ` (${found.errorCode})` : ''}` }
    if (performance.now() - since > patience) {
      await callAdmin(admin, CANCEL_EXPORT, { id }, { signal, repeatable: true })
      return { kind: 'over', why: 'The export came to a halt' }
    }
    await wait(pause, undefined, { signal })
  }
}

/** Starts an export and waits for its file; undefined where it is empty. Throws ShopifyRefused when it ends without a result. */
export async function exportNow(admin: AdminApi, query: string, signal: AbortSignal): Promise<JsonlFile | undefined> {
  const end = await awaitExport(admin, await startExport(admin, query, signal), async () => {}, signal)
  if (end.kind === 'over') throw new ShopifyRefused(end.why)
  return end.kind === 'file' ? end.file : undefined
}
