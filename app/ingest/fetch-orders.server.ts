import { toGid, type OrderId } from '#app/commerce/ids.ts'
import type { Order, OrderLine } from '#app/commerce/order.ts'
import { Sayable } from '#app/platform/failure.ts'
import { callAdmin } from '#app/shopify/call-admin.server.ts'
import { readJsonl, type JsonlFile } from '#app/shopify/export/read-jsonl.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { asGranted, ORDER_NOW } from './order-documents.ts'
import { readOrderLine, type OrderExportLine, type OrderHead } from './read-order.ts'

const BATCH = 5_000

/** The lines of a finished order export, in batches. */
export async function* fetchOrders(file: JsonlFile, signal: AbortSignal): AsyncGenerator<OrderExportLine[]> {
  for await (const batch of readJsonl(file, BATCH, signal)) yield batch.map(readOrderLine)
}

/**
 * One order as it stands in the shop now; undefined where it is gone, or older than what the app may see. Throws an Error
 * when Shopify's answer is no order, and as `callAdmin` does.
 */
export async function fetchOrder(admin: AdminApi, id: OrderId, scopes: readonly string[], signal: AbortSignal): Promise<Order | undefined> {
  let head: OrderHead | undefined
  const lines: OrderLine[] = []
  for (let after: string | null = null; ;) {
    const answer: Awaited<ReturnType<typeof askOrder>> = await askOrder(admin, id, after, scopes, signal)
    if (!answer) return undefined
    const { lineItems, ...rest } = answer
    for (const read of [readOrderLine(rest), ...lineItems.nodes.map((node) => readOrderLine({ ...node, __parentId: rest.id }))]) {
      if (read.kind === 'broken') throw new Sayable(`Shopify's answer about an order could not be read: ${read.why}`)
      if (read.kind === 'order') head = read.order
      else lines.push(read.line)
    }
    if (!lineItems.pageInfo.hasNextPage) return head && { ...head, lines }
    after = lineItems.pageInfo.endCursor ?? null
  }
}

async function askOrder(admin: AdminApi, id: OrderId, after: string | null, scopes: readonly string[], signal: AbortSignal) {
  const { order } = await callAdmin(admin, asGranted(ORDER_NOW, scopes), { id: toGid('Order', id), after }, { signal })
  return order
}
