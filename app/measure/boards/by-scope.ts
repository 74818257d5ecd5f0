import { ALPHA } from '../arms/terms.ts'
import type { Epoch } from '../arms/epochs.ts'
import type { Scope } from '../ledger/scopes-of.ts'
import { totalOf } from '../ledger/moments.ts'
import { estimate } from '../statistics/estimate.ts'
import { tellMany } from '../statistics/many.ts'
import { strataOf, type ArmTotal, type Measured } from './strata-of.ts'

/** What one rule or placement brings for each visitor who could see what it offers. */
export interface ScopeKnown {
  readonly scope: Scope
  readonly visitors: number
  /** Null of too few. */
  readonly effect: { readonly value: number; readonly low: number; readonly high: number; readonly isTold: boolean } | null
  /** Of both arms, in minor units: what was bought of what it offers, whoever sold it. */
  readonly bought: number
}

/**
 * Everything of one kind of scope at once, so that of those that are told apart from nothing few are so by chance. Most visitors first.
 * What is compared is money spent on what is offered, in minor units for each visitor, unless another outcome is named.
 */
export function byScope(
  totals: readonly (ArmTotal & { readonly scope: Scope })[],
  epochs: readonly Epoch[],
  kind: 'rule/' | 'placement/' | 'copy/',
  measured: Measured = 'cappedOffered',
): ScopeKnown[] {
  const terms = epochs[0]?.terms
  if (!terms) return []
  const scopes = Map.groupBy(
    totals.filter(({ scope }) => scope.startsWith(kind)),
    ({ scope }) => scope,
  )
  const estimates = [...scopes.values()].map((rows) => estimate(strataOf(rows, epochs, measured, 'before'), 'adjusted'))
  const told = tellMany(estimates, ALPHA, terms.tunedFor)
  return [...scopes]
    .map(([scope, rows], at): ScopeKnown => {
      const [known, one] = [estimates[at], told[at]]
      return {
        scope,
        visitors: rows.reduce((sum, { moments }) => sum + totalOf(moments, 'visitors'), 0),
        bought: rows.reduce((sum, { moments }) => sum + totalOf(moments, 'offeredRevenue'), 0),
        effect: known && one ? { value: known.effect, ...one.interval, isTold: one.isTold } : null,
      }
    })
    .toSorted((a, b) => b.visitors - a.visitors)
}
