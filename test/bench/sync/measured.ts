import type { ShopId } from '#app/commerce/ids.ts'
import type { ExportRun } from '#app/jobs/run-export.server.ts'
import { takeCatalog } from '#app/jobs/take-catalog.server.ts'
import { takeOrders } from '#app/jobs/take-orders.server.ts'
import { closeDatabase } from '#app/platform/db.server.ts'
import { beginRun, recordProgress, type SyncKind } from '#app/queue/sync-progress.server.ts'
import { installationOf } from '#app/shopify/installation.server.ts'

/**
 * The measured process: `measured.ts parse|take catalog|orders URL SHOP`. Prints one line of JSON: lines read, seconds, and
 * the most memory that it held.
 */
const [how, kind, url, shop] = process.argv.slice(2) as [string, SyncKind, string, ShopId]
const signal = new AbortController().signal
const started = performance.now()
const lines = how === 'parse' ? await parse() : await take()
const seconds = (performance.now() - started) / 1_000
console.log(JSON.stringify({ lines, seconds, peakMb: process.resourceUsage().maxRSS / 1_024 }))
await closeDatabase()

/** As barely as a file of JSON lines can be read. */
async function parse(): Promise<number> {
  let read = 0
  let rest = ''
  const { body } = await fetch(url)
  for await (const text of body!.pipeThrough(new TextDecoderStream())) {
    const found = (rest + text).split('\n')
    rest = found.pop()!
    for (const line of found) if (JSON.parse(line) !== null) read += 1
  }
  return read
}

/** The export as the app takes it over, its progress written down on the way. */
async function take(): Promise<number> {
  const installation = (await installationOf(shop))!
  const since = await beginRun(installation, kind)
  const file = { url, size: null }
  const tell: Parameters<ExportRun['take']>[2] = (progress) =>
    recordProgress(installation, kind, { phase: 'reading', bulkOperationId: 'bench', progress, total: progress })
  const { read, broken, orphans } =
    kind === 'catalog' ? await takeCatalog(installation, file, [], since, tell, signal) : await takeOrders(installation, file, tell, signal)
  if (broken + orphans > 0) throw new Error(`${broken} lines were broken and ${orphans} orphans`)
  return read
}
