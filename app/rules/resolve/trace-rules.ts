import type { Catalog } from '#app/catalog/catalog.ts'
import { whyIneligible, type Ineligible } from '#app/catalog/eligible.ts'
import type { Placement } from '#app/commerce/placement.ts'
import type { Product } from '#app/commerce/product.ts'
import type { When } from '#app/rules/conditions/condition.ts'
import { holds } from '#app/rules/conditions/holds.ts'
import type { Join } from '#app/rules/joins/joins.ts'
import { tieTo } from '#app/rules/joins/tie-to.ts'
import { meetNeed, piecesTaken } from '#app/rules/need.ts'
import { speaksFor, type Rule } from '#app/rules/rule.ts'
import { firstFailing } from './first-failing.ts'
import type { Moment } from './moment.ts'
import type { Offered } from './offer-query.ts'
import { inPlace, type Resolver } from './resolve.ts'

/** Why a rule does not offer a product that it names, and that it ties to the one looked at. */
export type LeftOut = Ineligible | 'itself' | 'excluded' | 'except' | 'never-together' | 'no-pack-size' | 'another-pack' | 'over-most'

/** What a rule does at one visit. `by` is the rule because of which it does nothing. */
export type Outcome =
  | { readonly kind: 'draft' }
  /** It says nothing of this placement. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'does-not-apply'; readonly failing: When }
  | { readonly kind: 'stopped'; readonly by: Rule }
  | { readonly kind: 'not-needed'; readonly by: Rule }
  /** The product looked at has nothing by which the join could tie another to it. */
  | { readonly kind: 'not-tied'; readonly join: Join }
  | { readonly kind: 'applies'; readonly offered: readonly Offered[]; readonly leftOut: ReadonlyMap<LeftOut, readonly number[]> }

export interface Traced {
  readonly rule: Rule
  readonly outcome: Outcome
}

/** What each rule does at a placement of a visit to the product at `index`, and why, in the order in which the rules come. */
export function traceRules(
  rules: readonly Rule[],
  catalog: Catalog,
  resolver: Resolver,
  index: number,
  placement: Placement,
  moment: Moment,
): Traced[] {
  const page = catalog.products[index]!
  let stoppedBy: Rule | undefined
  let offeredBy: Rule | undefined
  return inPlace(rules).map((rule) => {
    const outcome = outcomeOf(rule)
    if (outcome.kind === 'applies' && outcome.offered.length > 0) {
      offeredBy ??= rule
      if (rule.stop) stoppedBy ??= rule
    }
    return { rule, outcome }
  })

  function outcomeOf(rule: Rule): Outcome {
    if (rule.state === 'draft') return { kind: 'draft' }
    if (!speaksFor(rule, placement)) return { kind: 'elsewhere' }
    const failing = firstFailing(rule.when, page, catalog.clock, moment)
    if (failing) return { kind: 'does-not-apply', failing }
    if (stoppedBy) return { kind: 'stopped', by: stoppedBy }
    if (rule.fallback && offeredBy) return { kind: 'not-needed', by: offeredBy }
    const tie = tieTo(page, rule.offer.joins)
    if (tie.kind === 'nothing') return { kind: 'not-tied', join: tie.join }
    const offered = resolver.offersOf(rule, index)
    return { kind: 'applies', offered, leftOut: leftOutBy(rule, tie.isTied, offered) }
  }

  function leftOutBy(rule: Rule, isTied: (candidate: Product) => boolean, offered: readonly Offered[]) {
    const isOffered = new Set(offered.map((one) => one.index))
    const leftOut = new Map<LeftOut, number[]>()
    for (const candidate of resolver.select(rule.offer.where).surely) {
      if (isOffered.has(candidate) || !isTied(catalog.products[candidate]!)) continue
      if (rule.offer.instead === 'subscription' && candidate !== index) continue
      const why = whyLeftOut(rule, candidate)
      const known = leftOut.get(why)
      if (known) known.push(candidate)
      else leftOut.set(why, [candidate])
    }
    return leftOut
  }

  function whyLeftOut({ offer }: Rule, candidate: number): LeftOut {
    const product = catalog.products[candidate]!
    if (candidate === index && offer.instead !== 'subscription') return 'itself'
    const ineligible = whyIneligible(product)
    if (ineligible) return ineligible
    if (!resolver.offerable.has(candidate)) return 'excluded'
    if (offer.except && holds(offer.except, product, catalog.clock)) return 'except'
    if (candidate !== index && resolver.barrierOf(index).bars(candidate)) return 'never-together'
    const taken = offer.need ? piecesTaken(page, offer.need) : undefined
    if (offer.need && taken !== undefined) return meetNeed(taken, product, offer.need) ? 'another-pack' : 'no-pack-size'
    return 'over-most'
  }
}
