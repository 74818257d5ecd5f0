import { readJsonl } from './read-jsonl.server.ts'
import { readOrderLine, type OrderExportLine } from './read-order.ts'

const BATCH = 5_000

/** The lines of a finished order export, in batches. */
export async function* pullOrders(url: string, signal: AbortSignal): AsyncGenerator<OrderExportLine[]> {
  for await (const batch of readJsonl(url, BATCH, signal)) yield batch.map(readOrderLine)
}
