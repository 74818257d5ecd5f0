import { decisionsBetween } from '#app/admin/review.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { newestVersion } from '#app/rules/versions.server.ts'
import { diffSlots } from '#app/slots/diff-slots.ts'
import { planLines } from './plan-lines.ts'
import { readSetFile } from './read-set-file.ts'
import { sentencesFor } from './sentences-for.ts'

/** Tells what applying the file would change in the working set, and what publishing it then would change in the shop. */
export async function planFile(shop: ShopId, file: string): Promise<number> {
  const read = await readSetFile(shop, file)
  if (!read) return 1
  const { set, standing, stock } = read
  const { catalog } = stock
  const decisions = decisionsBetween(standing, set, await sentencesFor(shop, catalog))
  const pages = diffSlots((await newestVersion(shop)).set, set, stock).map(({ index }) => catalog.products[index]!.title)
  for (const line of planLines(decisions, pages)) console.log(line)
  return 0
}
