import { setTimeout as wait } from 'node:timers/promises'
import { ask, refuseUserErrors, ShopifyRefused } from './ask.server.ts'
import type { AdminApi } from '#app/shopify.server.ts'

const START_EXPORT = `#graphql
  mutation StartExport($query: String!) {
    bulkOperationRunQuery(query: $query) {
      bulkOperation { id }
      userErrors { field message }
    }
  }` as const

const EXPORT_STATE = `#graphql
  query ExportState($id: ID!) {
    bulkOperation(id: $id) { status errorCode objectCount url }
  }` as const

export interface ExportState {
  readonly status: string
  /** Objects exported so far. */
  readonly objects: number
  /** Where the JSONL lies once the status is COMPLETED; null when it came out empty. */
  readonly url: string | null
}

/** Starts an export and returns the operation's global id. Throws ShopifyRefused with Shopify's reasons. */
export async function startExport(admin: AdminApi, query: string): Promise<string> {
  const { bulkOperationRunQuery: answer } = await ask(admin, START_EXPORT, { query })
  refuseUserErrors(answer?.userErrors ?? [])
  if (!answer?.bulkOperation) throw new ShopifyRefused('Shopify did not start the export')
  return answer.bulkOperation.id
}

/**
 * Waits until the export is complete, telling each state on the way. Returns the result's URL, or null when it is
 * empty. Throws ShopifyRefused when the export failed, expired or was cancelled.
 */
export async function awaitExport(
  admin: AdminApi,
  id: string,
  onState: (state: ExportState) => Promise<void>,
  signal: AbortSignal,
): Promise<string | null> {
  for (let pause = 250; ; pause = Math.min(pause * 1.5, 10_000)) {
    const { bulkOperation: found } = await ask(admin, EXPORT_STATE, { id })
    if (!found) throw new ShopifyRefused('Shopify no longer knows the export')
    const state = { status: found.status, objects: Number(found.objectCount), url: found.url ?? null }
    await onState(state)
    switch (found.status) {
      case 'COMPLETED':
        return state.url
      case 'CREATED':
      case 'RUNNING':
        await wait(pause, undefined, { signal })
        break
      default:
        throw new ShopifyRefused(`The export ended as ${found.status}${found.errorCode ? ` (${found.errorCode})` : ''}`)
    }
  }
}
