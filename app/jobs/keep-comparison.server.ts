import type { ShopId } from '#app/commerce/ids.ts'
import type { Comparison } from '#app/measure/comparisons/comparison.ts'
import { endComparison, runningComparison } from '#app/measure/comparisons/comparison-store.server.ts'
import { endingOf } from '#app/measure/comparisons/know-comparison.ts'
import { readComparison } from '#app/measure/comparisons/read-comparison.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { withOther } from '#app/rules/compared-set.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { newestVersion } from '#app/rules/versions/versions.server.ts'

/** The comparison that runs, and what the shop shows to the other half. One of whose rules has become another since is ended. */
export async function comparisonOf(shop: ShopId, live: RuleSet, now: Date): Promise<{ comparison: Comparison; set: RuleSet } | undefined> {
  const comparison = await runningComparison(shop)
  if (!comparison) return undefined
  const set = withOther(live, comparison.a, comparison.b)
  if (set) return { comparison, set }
  await endComparison(shop, comparison.id, 'changed', await readComparison(shop, comparison), now)
  return undefined
}

/** Ends the shop's comparison where it is over by the rule that was fixed as it began; the first rule is then shown to everybody again. */
export async function keepComparison(shop: ShopId, mayTell: boolean, now: Date): Promise<void> {
  const running = await runningComparison(shop)
  if (!running) return
  const known = await readComparison(shop, running)
  const isUnchanged = withOther((await newestVersion(shop)).set, running.a, running.b) !== undefined
  const ending = isUnchanged ? known && endingOf(known, { now, endsAt: running.endsAt, mayTell }) : 'changed'
  if (!ending) return
  await endComparison(shop, running.id, ending, known, now)
  await enqueue('publish', shop)
}
