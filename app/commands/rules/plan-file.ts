import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { overtaken } from '#app/rules/document/overtaken.server.ts'
import { newestVersion } from '#app/rules/versions/versions.server.ts'
import { diffSlots } from '#app/slots/diff/diff-slots.ts'
import { decisionsBetween } from '#app/wording/review.ts'
import { overtakenLines } from './overtaken-lines.ts'
import { planLines } from './plan-lines.ts'
import { readSetFile } from './read-set-file.ts'
import { sentencesFor } from './sentences-for.ts'

/**
 * Tells what applying the file would change in the working set, and what publishing it then would change in the shop. 1 where
 * applying would be refused.
 */
export async function planFile(shop: ShopId, file: string): Promise<number> {
  const read = await readSetFile(shop, file)
  if (!read) return 1
  const { document, set, standing, stock } = read
  const { catalog } = stock
  const decisions = decisionsBetween(standing, set, await sentencesFor(shop, catalog))
  const pages = diffSlots((await newestVersion(shop)).set, set, stock)
    .filter(({ seen }) => seen)
    .map(({ index }) => catalog.products[index]!.title)
  for (const line of planLines(decisions, pages)) console.log(line)
  const why = await overtaken(pool, shop, { document, set, standing, catalog })
  if (!why) return 0
  for (const line of overtakenLines(why, shop, file)) console.error(line)
  return 1
}
