import type { RuleId } from '#app/commerce/ids.ts'
import type { Epoch } from '../arms/epochs.ts'
import type { Scope } from '../ledger/scopes-of.ts'
import { byScope } from './by-scope.ts'
import type { ArmTotal } from './strata-of.ts'

/** A rule beside whose offers fewer visitors buy, for certain. */
export interface HarmfulRule {
  readonly rule: RuleId
  /** By how many buyers for each visitor: both below 0. */
  readonly low: number
  readonly high: number
}

/**
 * The safeguard of single rules: of those that are watched, the ones beside whose offers fewer visitors buy anything, at whatever time
 * one looks and however many are watched (`statistics/many`).
 */
export function harmfulRules(
  totals: readonly (ArmTotal & { readonly scope: Scope })[],
  epochs: readonly Epoch[],
  watched: ReadonlySet<RuleId>,
): HarmfulRule[] {
  const of = totals.filter(({ scope }) => scope.startsWith('rule/') && watched.has(ruleOf(scope)))
  return byScope(of, epochs, 'rule/', 'buyers').flatMap(({ scope, effect }) =>
    effect?.isTold && effect.high < 0 ? [{ rule: ruleOf(scope), low: effect.low, high: effect.high }] : [],
  )
}

const ruleOf = (scope: Scope): RuleId => scope.slice('rule/'.length) as RuleId
