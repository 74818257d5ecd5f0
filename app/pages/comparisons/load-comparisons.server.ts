import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { readMeasurement } from '#app/measure/arms/measurement.server.ts'
import { COMPARISON_DAYS, type Comparison, type ComparisonKnown, type ComparisonPlan } from '#app/measure/comparisons/comparison.ts'
import { comparedReach } from '#app/measure/comparisons/compared-reach.ts'
import { listComparisons } from '#app/measure/comparisons/comparison-store.server.ts'
import { betterOf } from '#app/measure/comparisons/know-comparison.ts'
import { planComparisons } from '#app/measure/comparisons/plan-comparison.server.ts'
import { readComparison } from '#app/measure/comparisons/read-comparison.server.ts'
import { whyIncomparable, type Incomparable } from '#app/rules/compared-set.ts'
import type { Rule } from '#app/rules/rule.ts'
import { newestVersion } from '#app/rules/versions/versions.server.ts'
import { loadSources } from '#app/slots/load-sources.server.ts'

type NamedRule = Pick<Rule, 'id' | 'name'>

/** A comparison as a page shows it, with what is known of it now, or was when it ended. */
export interface ComparisonView {
  readonly id: string
  readonly a: NamedRule
  readonly b: NamedRule
  readonly plan: ComparisonPlan
  readonly startedAt: string
  readonly endsAt: string
  readonly known: ComparisonKnown | null
  readonly ended: { readonly at: string; readonly by: NonNullable<Comparison['ended']>['by']; readonly decided: string | null } | null
  /** Which of the two brings more; null where that was not told. */
  readonly better: 'a' | 'b' | null
}

/** What can be compared, and what that could tell. */
export interface ComparisonChoice {
  readonly isMeasured: boolean
  /** Rules that shoppers see, and those that they do not. */
  readonly shown: readonly NamedRule[]
  readonly others: readonly NamedRule[]
  readonly a: RuleId | null
  readonly b: RuleId | null
  readonly why: Incomparable | null
  /** One for each number of days; none before two rules are chosen. */
  readonly plans: readonly ComparisonPlan[]
  /** Pages on which either has something to show. */
  readonly pages: number
}

/** The shop's comparisons, the latest first. */
export async function loadComparisons(shop: ShopId): Promise<ComparisonView[]> {
  const views = (await listComparisons(shop)).map(async (one): Promise<ComparisonView> => {
    const known = one.ended ? one.ended.known : await readComparison(shop, one)
    return {
      id: one.id,
      a: named(one.a),
      b: named(one.b),
      plan: one.plan,
      startedAt: one.startedAt.toISOString(),
      endsAt: one.endsAt.toISOString(),
      known,
      ended: one.ended && { at: one.ended.at.toISOString(), by: one.ended.by, decided: one.ended.decided },
      better: one.ended?.by === 'told' && known ? betterOf(known) : null,
    }
  })
  return Promise.all(views)
}

/** What the merchant can choose, and where two rules are chosen what comparing them could tell. */
export async function loadChoice(shop: ShopId, a: string | null, b: string | null, now: Date): Promise<ComparisonChoice> {
  const [measurement, { set: live }, sources] = await Promise.all([readMeasurement(shop), newestVersion(shop), loadSources(shop, now)])
  const active = new Set(live.rules.filter(({ state }) => state === 'active').map(({ id }) => id))
  const working = sources.set.rules
  const shown = live.rules.find(({ id }) => id === a && active.has(id))
  const other = working.find(({ id }) => id === b)
  const why = shown && other ? whyIncomparable(live, shown, other) : null
  const reach = shown && other && !why ? comparedReach(shown, other, sources) : undefined
  return {
    isMeasured: measurement !== undefined,
    shown: live.rules.filter(({ id }) => active.has(id)).map(named),
    others: working.filter(({ id }) => !active.has(id)).map(named),
    a: shown?.id ?? null,
    b: other?.id ?? null,
    why,
    plans: reach && measurement ? await planComparisons(shop, measurement, reach, COMPARISON_DAYS, now) : [],
    pages: reach?.pages.length ?? 0,
  }
}

const named = ({ id, name }: Rule): NamedRule => ({ id, name })
