import type { Catalog } from '#app/catalog/catalog.ts'
import { hasPage, whyIneligible } from '#app/catalog/eligible.ts'
import { ProductSet } from '#app/catalog/product-set.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Placement } from '#app/commerce/placement.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Companions } from '#app/models/pairs/companions.ts'
import type { Bounds } from '#app/rules/bounds.ts'
import type { When } from '#app/rules/conditions/condition.ts'
import { indexGivers } from '#app/rules/joins/givers.ts'
import { barriersFrom, type Barrier } from '#app/rules/never-together.ts'
import type { Rule } from '#app/rules/rule.ts'
import { compileRule, type CompiledRule } from './compile-rule.ts'
import { indexFacts } from './fact-index.ts'
import { invert, type Inverted } from './invert.ts'
import { offerBesideNothing } from './offer-beside-nothing.ts'
import { offerBeside } from './offer-beside.ts'
import type { Offered } from './offer-query.ts'
import { offersIn, offerRuleByRule, type Offer, type RuleOffers } from './offer-rule-by-rule.ts'
import { scoresOf, type Sales } from './rank-products.ts'
import { reviseRules } from './revise-rules.ts'
import { indexTriggers, type Recalled, type RulesBeside } from './rules-beside.ts'
import { selectFrom, type Selected } from './select.ts'

/** What the shop's orders say. */
export interface Evidence {
  readonly sales: Sales
  readonly companions: Companions
}

export interface Resolver {
  /**
   * What the active rules that speak for a placement offer there beside a product (by index), best first. A product comes twice
   * only where rules offer it at different moments.
   */
  offersFor(index: number, placement: Placement): Offer[]
  /** The same rule by rule, for as long as `take` wants more. No index stands for a page that is about no product. */
  eachTurn(index: number | undefined, placement: Placement, take: (turn: RuleOffers) => boolean): void
  /** The products that a rule is about and whose pages the shop shows, ascending by index. */
  triggersOf(rule: Rule): number[]
  /** Those of them beside which the rule has something to offer, whatever the moment. */
  reachOf(rule: Rule): number[]
  /** What one rule alone offers beside a product, whatever the moment and whether it is active or not. */
  offersOf(rule: Rule, index: number): readonly Offered[]
  /** The products of which a condition holds, whether they may be offered or not. */
  select(condition: When): Selected
  /** Products that may stand in a slot: eligible, and not excluded by the shop. */
  readonly offerable: ProductSet
  /** The catalogue's products as they are now. */
  readonly products: readonly Product[]
  /** Their ids, by the same indexes: more are sooner looked at than the products themselves, which lie about in memory. */
  readonly ids: readonly ProductId[]
  /** What the product at an index never stands beside. */
  barrierOf(index: number): Barrier
  /** Makes ready for `revise` what takes time with the catalogue. Where nobody did, the first that needs it does. */
  expectChanges(): void
  /**
   * Puts a product, which has sold so many units, in the place of the one of the same id at an index: from then on it is what
   * every answer is about. Returns the pages beside which something else may be offered now, as far as offers were taken
   * the last time that any were.
   */
  revise(index: number, product: Product, sold: number): ProductSet
}

/**
 * Makes the one resolver that decides what rules offer, for the shop, the preview and the tests alike. The answer
 * depends on nothing but the arguments, and not on the order of `rules`: a lower priority number comes first, then the
 * smaller id; fallbacks come last.
 */
export function resolveRules(rules: readonly Rule[], catalog: Catalog, evidence: Evidence, bounds: Bounds): Resolver {
  const { clock } = catalog
  const products = [...catalog.products]
  const ids = products.map(({ id }) => id)
  let selecting: ((condition: When) => Selected) | undefined
  const select = (condition: When) => (selecting ??= selectFrom(products.length, indexFacts(products, clock)))(condition)
  const scores = scoresOf(products, evidence.sales)
  const givers = indexGivers(products)
  const offerable = offerableFrom(catalog, bounds.exclusion === null ? null : select(bounds.exclusion).maybe)
  const barriers = barriersFrom(bounds.neverTogether, (condition) => select(condition).maybe, clock)
  const active = inPlace(rules.filter((rule) => rule.state === 'active'))
  const compiled = new Map<Rule, CompiledRule>()
  let rulesBeside: RulesBeside | undefined
  const beside = () => (rulesBeside ??= compileAll())

  function compile(rule: Rule): CompiledRule {
    const known = compiled.get(rule)
    if (known) return known
    const { where, except } = rule.offer
    const targets = select(where).surely.and(offerable)
    const allowed = except === null ? targets : targets.without(select(except).maybe)
    const made = compileRule(rule, select(rule.when).maybe, allowed.indexes(), products, scores.of(rule))
    compiled.set(rule, made)
    return made
  }

  function compileAll(): RulesBeside {
    const made = indexTriggers(active.map(compile), products.length)
    // Takes as much memory as all the rules, and is hardly needed again.
    selecting = undefined
    return made
  }

  const boughtWith = (index: number) => evidence.companions(ids[index]!).flatMap(({ product }) => catalog.indexOf(product) ?? [])

  let buyers: Inverted | undefined
  const boughtBeside = (index: number) => (buyers ??= invert(boughtWith, products.length, products.length)).of(index)

  function offersOf(rule: Rule, index: number): readonly Offered[] {
    const made = compile(rule)
    // Asked apart from the other rules, it recalls nothing.
    const recalled = new Uint16Array(1)
    return made.triggers.has(index) ? offerBeside(index, made, products, boughtWith, barriers.of(index), recalled, 0) : []
  }

  function eachTurn(index: number | undefined, placement: Placement, take: (turn: RuleOffers) => boolean): void {
    if (index === undefined) return offerBesideNothing(active, placement, clock, compile, take)
    const barrier = barriers.of(index)
    const offeredBy = (made: CompiledRule, recalled: Recalled, at: number) =>
      offerBeside(index, made, products, boughtWith, barrier, recalled, at)
    offerRuleByRule(products[index]!, placement, (ask) => beside().each(index, ask), clock, offeredBy, take)
  }

  function revise(index: number, product: Product, sold: number): ProductSet {
    const { revise: lookAgain, lastAnswered } = beside()
    const held = {
      products,
      clock,
      exclusion: bounds.exclusion,
      offerable,
      barriers,
      scores,
      givers,
      rules: compiled.values(),
      boughtBeside,
      lastAnswered,
    }
    const pages = reviseRules(held, index, product, sold)
    selecting = undefined
    lookAgain(index)
    return pages
  }

  function expectChanges(): void {
    beside()
    boughtBeside(0)
    for (const { tied } of compiled.values()) if (tied) givers.learn(tied.join)
  }

  const triggersOf = (rule: Rule) => [...compile(rule).triggers].filter((index) => hasPage(products[index]!))
  return {
    offerable,
    products,
    ids,
    barrierOf: barriers.of,
    offersOf,
    select,
    offersFor: (index, placement) => offersIn((take) => eachTurn(index, placement, take)),
    eachTurn,
    triggersOf,
    reachOf: (rule) => triggersOf(rule).filter((index) => offersOf(rule, index).length > 0),
    expectChanges,
    revise,
  }
}

/** The rules in the order in which they come. */
export function inPlace(rules: readonly Rule[]): Rule[] {
  return rules.toSorted((a, b) => Number(a.fallback) - Number(b.fallback) || a.priority - b.priority || (a.id < b.id ? -1 : 1))
}

function offerableFrom({ products }: Catalog, excluded: ProductSet | null): ProductSet {
  const eligible = new ProductSet(products.length)
  for (const [index, product] of products.entries()) if (whyIneligible(product) === undefined) eligible.add(index)
  return excluded === null ? eligible : eligible.without(excluded)
}
