import type { ShopId } from '#app/commerce/ids.ts'
import { readMeasurement } from '#app/measure/arms/measurement.server.ts'
import type { Comparison } from '#app/measure/comparisons/comparison.ts'
import { comparedReach } from '#app/measure/comparisons/compared-reach.ts'
import { decideComparison, endComparison, listComparisons } from '#app/measure/comparisons/comparison-store.server.ts'
import { planComparisons } from '#app/measure/comparisons/plan-comparison.server.ts'
import { readComparison } from '#app/measure/comparisons/read-comparison.server.ts'
import { startComparison } from '#app/measure/comparisons/start-comparison.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { editsToUse } from '#app/rules/compared-set.ts'
import { editRules } from '#app/rules/versions/store-rules.server.ts'
import { newestVersion } from '#app/rules/versions/versions.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { loadSources } from '#app/slots/load-sources.server.ts'
import type { ComparisonWish, WhyNot } from './comparison-wish.ts'

/** Does what the merchant wishes; why not, where it cannot be done. */
export async function carryOut(shop: ShopId, wish: ComparisonWish, now: Date): Promise<WhyNot | null> {
  switch (wish.kind) {
    case 'start':
      return start(shop, wish, now)
    case 'stop': {
      const comparison = await find(shop, wish.comparison)
      if (await endComparison(shop, comparison.id, 'stopped', await readComparison(shop, comparison), now)) await enqueue('publish', shop)
      return null
    }
    case 'use-b':
      return useOther(shop, await find(shop, wish.comparison), now)
    case 'keep-a':
      await decideComparison(shop, (await find(shop, wish.comparison)).id, 'kept-a')
      return null
    default:
      return wish satisfies never
  }
}

async function start(shop: ShopId, { a, b, days }: Extract<ComparisonWish, { kind: 'start' }>, now: Date): Promise<WhyNot | null> {
  const [measurement, { set: live }, sources] = await Promise.all([readMeasurement(shop), newestVersion(shop), loadSources(shop, now)])
  if (!measurement) return 'not-measured'
  const shown = live.rules.find(({ id }) => id === a)
  const other = sources.set.rules.find(({ id }) => id === b)
  if (!shown || !other) return 'not-live'
  const [plan] = await planComparisons(shop, measurement, comparedReach(shown, other, sources), [days], now)
  const started = await startComparison(shop, a, b, plan!, now)
  if (started.kind === 'refused') return started.why
  await enqueue('publish', shop)
  return null
}

/** Puts the other rule, as it was compared, in the first one's place of what waits to be published. */
async function useOther(shop: ShopId, { id, a, b, ended }: Comparison, now: Date): Promise<WhyNot | null> {
  if (!ended) return 'runs-already'
  const { kind } = await editRules(shop, editsToUse((await readWorkingSet(shop)).rules, a, b), now)
  if (kind !== 'done') return kind === 'changed-meanwhile' ? kind : 'too-much'
  await decideComparison(shop, id, 'used-b')
  await enqueue('lint', shop)
  return null
}

async function find(shop: ShopId, id: string): Promise<Comparison> {
  const found = (await listComparisons(shop)).find((one) => one.id === id)
  if (!found) throw new Response('There is no such comparison', { status: 404 })
  return found
}
