import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { newId } from '#app/platform/new-id.server.ts'
import { whyIncomparable, type Incomparable } from '#app/rules/compared-set.ts'
import { serialized } from '#app/rules/versions/serialized.server.ts'
import { newestVersion } from '#app/rules/versions/versions.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import type { ComparisonPlan } from './comparison.ts'
import { insertComparison, runningComparison } from './comparison-store.server.ts'

export type Started = { readonly kind: 'started' } | { readonly kind: 'refused'; readonly why: Incomparable | 'runs-already' }

const DAY = 24 * 60 * 60 * 1000

/** Begins to compare a rule that the shop shows with one that it does not, both as they are now. A shop compares two at a time. */
export function startComparison(shop: ShopId, a: RuleId, b: RuleId, plan: ComparisonPlan, now: Date): Promise<Started> {
  return serialized(shop, async (client): Promise<Started> => {
    if (await runningComparison(shop, client)) return { kind: 'refused', why: 'runs-already' }
    const [{ set: live }, working] = [await newestVersion(shop, client), await readWorkingSet(shop, client)]
    const [shown, other] = [live.rules.find(({ id }) => id === a), working.rules.find(({ id }) => id === b)]
    if (!shown || !other) return { kind: 'refused', why: 'not-live' }
    const why = whyIncomparable(live, shown, other)
    if (why) return { kind: 'refused', why }
    const endsAt = new Date(now.getTime() + plan.days * DAY)
    await insertComparison(client, shop, { id: newId(), a: shown, b: other, plan, startedAt: now, endsAt })
    return { kind: 'started' }
  })
}
