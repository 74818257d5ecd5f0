import type { Catalog } from '#app/catalog/catalog.ts'
import { hasPage, whyIneligible } from '#app/catalog/eligible.ts'
import { ProductSet } from '#app/catalog/product-set.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Companions } from '#app/models/companions.ts'
import type { Bounds } from './bounds.ts'
import type { When } from './conditions/condition.ts'
import { compileRule, type CompiledRule, type Offered } from './compile-rule.ts'
import { indexFacts } from './fact-index.ts'
import { allOf, anyOf, guardFor, notOf, type Guard } from './guard.ts'
import { indexGivers } from './joins/givers.ts'
import { barriersFrom, type Barrier } from './never-together.ts'
import { offerBeside } from './offer-beside.ts'
import { scoresOf, type Sales } from './rank-products.ts'
import { reviseRules } from './revise-rules.ts'
import { indexTriggers, type RulesBeside } from './rules-beside.ts'
import type { Rule } from './rule.ts'
import { selectFrom, type Selected } from './select.ts'

/** What the shop's orders say. */
export interface Evidence {
  readonly sales: Sales
  readonly companions: Companions
}

/** What a rule offers beside a product, provided that what it asks of the moment holds. Never `false`. */
export interface Offer extends Offered {
  readonly rule: Rule
  readonly guard: Guard
}

export interface Resolver {
  /**
   * What the active rules offer beside a product (by index), best first. A product comes twice only where rules offer it
   * at different moments.
   */
  offersFor(index: number): Offer[]
  /** The same one by one, for whom the first few do. */
  eachOffer(index: number): Iterable<Offer>
  /** The products that a rule is about and whose pages the shop shows, ascending by index. */
  triggersOf(rule: Rule): number[]
  /** Those of them beside which the rule has something to offer, whatever the moment. */
  reachOf(rule: Rule): number[]
  /** What one rule alone offers beside a product, whatever the moment and whether it is active or not. */
  offersOf(rule: Rule, index: number): Offered[]
  /** The products of which a condition holds, whether they may be offered or not. */
  select(condition: When): Selected
  /** Products that may stand in a slot: eligible, and not excluded by the shop. */
  readonly offerable: ProductSet
  /** The catalogue's products as they are now. */
  readonly products: readonly Product[]
  /** What the product at an index never stands beside. */
  barrierOf(index: number): Barrier
  /**
   * Puts a product, which has sold so many units, in the place of the one of the same id at an index: from then on it is what
   * every answer is about. Returns the pages whose slots may now hold something else.
   */
  revise(index: number, product: Product, sold: number): ReadonlySet<number>
}

/**
 * Makes the one resolver that decides what rules offer, for the shop, the preview and the tests alike. The answer
 * depends on nothing but the arguments, and not on the order of `rules`: a lower priority number comes first, then the
 * smaller id; fallbacks come last.
 */
export function resolveRules(rules: readonly Rule[], catalog: Catalog, evidence: Evidence, bounds: Bounds): Resolver {
  const { clock } = catalog
  const products = [...catalog.products]
  let select = selectFrom(products.length, indexFacts(products, clock))
  const scores = scoresOf(products, evidence.sales)
  const givers = indexGivers(products)
  const offerable = offerableFrom(catalog, bounds.exclusion === null ? null : select(bounds.exclusion).maybe)
  const barriers = barriersFrom(bounds.neverTogether, (condition) => select(condition).maybe, clock)
  const active = inPlace(rules.filter((rule) => rule.state === 'active'))
  const compiled = new Map<Rule, CompiledRule>()
  let known: RulesBeside | undefined
  const beside = () => (known ??= indexTriggers(active.map(compile), products.length))

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

  const boughtWith = (index: number) => evidence.companions(products[index]!.id).flatMap(({ product }) => catalog.indexOf(product) ?? [])

  let buyers: Map<number, number[]> | undefined
  const boughtBeside = (index: number) => (buyers ??= invert(boughtWith, products.length)).get(index) ?? []

  function offersOf(rule: Rule, index: number): Offered[] {
    const made = compile(rule)
    return made.triggers.has(index) ? offerBeside(index, made, products, boughtWith, barriers.of(index)) : []
  }

  function* eachOffer(index: number): Generator<Offer> {
    const taken = new Map<number, Guard>()
    let stopped: Guard = false
    let offering: Guard = false
    const barrier = barriers.of(index)
    for (const made of beside().of(index)) {
      const { rule } = made
      const before = rule.fallback ? offering : stopped
      const asked = made.asksMoment ? guardFor(rule.when, products[index]!, clock) : true
      const guard = allOf([asked, notOf(before)])
      if (guard === false) continue
      const found = offerBeside(index, made, products, boughtWith, barrier)
      if (found.length === 0) continue
      for (const offered of found) {
        const already = taken.get(offered.index) ?? false
        if (already === true) continue
        taken.set(offered.index, guard === true ? true : anyOf([already, guard]))
        yield { ...offered, rule, guard }
      }
      // What is asked says no less than `guard`, which denies only what stands here already, and does not grow from rule to rule.
      offering = anyOf([offering, asked])
      if (rule.stop) stopped = anyOf([stopped, asked])
      if (stopped === true) break
    }
  }

  function revise(index: number, product: Product, sold: number): Set<number> {
    const { revise: lookAgain } = beside()
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
    }
    const pages = reviseRules(held, index, product, sold)
    select = selectFrom(products.length, indexFacts(products, clock))
    lookAgain(index)
    return pages
  }

  const triggersOf = (rule: Rule) => [...compile(rule).triggers].filter((index) => hasPage(products[index]!))
  return {
    offerable,
    products,
    barrierOf: barriers.of,
    offersOf,
    select: (condition) => select(condition),
    offersFor: (index) => [...eachOffer(index)],
    eachOffer,
    triggersOf,
    reachOf: (rule) => triggersOf(rule).filter((index) => offersOf(rule, index).length > 0),
    revise,
  }
}

/** The rules in the order in which they come. */
export function inPlace(rules: readonly Rule[]): Rule[] {
  return rules.toSorted((a, b) => Number(a.fallback) - Number(b.fallback) || a.priority - b.priority || (a.id < b.id ? -1 : 1))
}

/** Which numbers below `size` lead to a number. */
function invert(leadsTo: (from: number) => readonly number[], size: number): Map<number, number[]> {
  const leading = new Map<number, number[]>()
  for (let from = 0; from < size; from++) {
    for (const to of leadsTo(from)) {
      const known = leading.get(to)
      if (known) known.push(from)
      else leading.set(to, [from])
    }
  }
  return leading
}

function offerableFrom({ products }: Catalog, excluded: ProductSet | null): ProductSet {
  const eligible = new ProductSet(products.length)
  for (const [index, product] of products.entries()) if (whyIneligible(product) === undefined) eligible.add(index)
  return excluded === null ? eligible : eligible.without(excluded)
}
