import type { ShopId } from '#app/commerce/ids.ts'
import type { Measurement } from '#app/measure/arms/measurement.server.ts'
import { harmfulRules } from '#app/measure/boards/harmful-rules.ts'
import { readTotals } from '#app/measure/boards/read-board.server.ts'
import { flaggedRules, keepFlags, notePaused } from '#app/measure/boards/rule-flags.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { pauseRules } from '#app/rules/versions/pause-rules.server.ts'
import { newestVersion } from '#app/rules/versions/versions.server.ts'

/**
 * Flags the rules that shoppers see and that cost buyers, and pauses each of them once where the merchant asked for that. A flag stays
 * while it is true, whatever became of the rule, as long as there is one.
 */
export async function watchRules(shop: ShopId, { epochs, mayPause }: Measurement, now: Date): Promise<void> {
  const [totals, { set }, before] = await Promise.all([readTotals(shop), newestVersion(shop), flaggedRules(shop)])
  const flagged = new Set(before.map(({ rule }) => rule))
  const watched = new Set(set.rules.filter(({ id, state }) => state === 'active' || flagged.has(id)).map(({ id }) => id))
  await keepFlags(shop, harmfulRules(totals, epochs['cross-sell'], watched), now)
  if (!mayPause) return
  const due = (await flaggedRules(shop)).filter(({ pausedAt }) => pausedAt === null).map(({ rule }) => rule)
  if (due.length === 0) return
  const paused = await pauseRules(shop, new Set(due), now)
  await notePaused(shop, paused, now)
  if (paused.length === 0) return
  await enqueue('lint', shop)
  await enqueue('publish', shop)
}
