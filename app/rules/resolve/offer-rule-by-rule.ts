import type { Clock } from '#app/catalog/clock.ts'
import type { Placement } from '#app/commerce/placement.ts'
import type { Product } from '#app/commerce/product.ts'
import { speaksFor, type Rule } from '#app/rules/rule.ts'
import type { CompiledRule } from './compile-rule.ts'
import { both, either, guardFor, notOf, type Guard } from './guard.ts'
import type { Offered } from './offer-query.ts'
import type { VisitRule, Recalled } from './rules-beside.ts'

/** What a rule offers beside a page when it has its turn, best first; some of it earlier rules may offer as well. Never nothing. */
export interface RuleOffers {
  readonly rule: Rule
  /** What it asks of the moment. Never `false`. */
  readonly guard: Guard
  readonly offered: readonly Offered[]
}

/** One product that a rule offers beside a page. */
export interface Offer extends Offered {
  readonly rule: Rule
  readonly guard: Guard
}

/**
 * Gives rules their turns beside a page, for as long as `take` wants more of them. `each` goes through the rules in their
 * order, for as long as it is told to go on; each is asked only when it is its turn.
 */
export function offerRuleByRule(
  page: Product,
  placement: Placement,
  each: (ask: VisitRule) => void,
  clock: Clock,
  offeredBy: (made: CompiledRule, recalled: Recalled, at: number) => readonly Offered[],
  take: (turn: RuleOffers) => boolean,
): void {
  let stopped: Guard = false
  let offering: Guard = false
  each((made, recalled, at) => {
    const { rule } = made
    if (!speaksFor(rule, placement)) return true
    const asked = made.guard ?? guardFor(rule.when, page, clock)
    const guard = both(asked, notOf(rule.fallback ? offering : stopped))
    if (guard === false) return true
    const offered = offeredBy(made, recalled, at)
    if (offered.length === 0) return true
    if (!take({ rule, guard, offered })) return false
    // What is asked says no less than `guard`, which denies only what stands here already, and does not grow from rule to rule.
    offering = either(offering, asked)
    if (rule.stop) stopped = either(stopped, asked)
    return stopped !== true
  })
}

/** Collects what is offered in turns, one by one. A product comes twice only where rules offer it at different moments. */
export function offersIn(eachTurn: (take: (turn: RuleOffers) => boolean) => void): Offer[] {
  const offers: Offer[] = []
  const taken = new Map<number, Guard>()
  eachTurn(({ rule, guard, offered }) => {
    for (const { index, need } of offered) {
      const already = taken.get(index) ?? false
      if (already === true) continue
      taken.set(index, either(already, guard))
      offers.push({ index, need, rule, guard })
    }
    return true
  })
  return offers
}
