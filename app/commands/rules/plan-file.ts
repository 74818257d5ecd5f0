import { decisionsBetween } from '#app/admin/review.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { readDocument } from '#app/rules/document/read-document.ts'
import { newestVersion } from '#app/rules/versions.server.ts'
import { readWorkingSet } from '#app/rules/working-set.server.ts'
import { diffSlots } from '#app/slots/diff-slots.ts'
import { loadStock } from '#app/slots/load-stock.server.ts'
import { readDocumentFile } from './read-document-file.ts'
import { planLines } from './plan-lines.ts'
import { sentencesFor } from './sentences-for.ts'

/** Tells what applying the file would change in the working set, and what publishing it then would change in the shop. */
export async function planFile(shop: ShopId, file: string): Promise<number> {
  const read = readDocumentFile(file)
  if (!read) return 1
  const [standing, live, stock] = await Promise.all([readWorkingSet(shop), newestVersion(shop), loadStock(shop, new Date())])
  const wanted = readDocument(read.document, stock.catalog, standing)
  if (wanted.kind === 'refused') {
    read.refuse(wanted.faults)
    return 1
  }
  const decisions = decisionsBetween(standing, wanted.set, await sentencesFor(shop, stock.catalog))
  const pages = diffSlots(live.set, wanted.set, stock).map(({ index }) => stock.catalog.products[index]!.title)
  for (const line of planLines(decisions, pages)) console.log(line)
  return 0
}
