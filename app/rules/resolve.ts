import type { Catalog } from '#app/catalog/catalog.ts'
import { hasPage, whyIneligible } from '#app/catalog/eligible.ts'
import { ProductSet } from '#app/catalog/product-set.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { priceOf } from '#app/commerce/product.ts'
import type { Condition } from './conditions/condition.ts'
import { JOIN_KINDS } from './joins/join.ts'
import type { Rule, Sort } from './rule.ts'
import { selectFrom, type Select } from './select.ts'

/** Units sold lately, by product; a product without sales is absent. */
export type Sales = ReadonlyMap<ProductId, number>

export interface Offer {
  /** Index of the offered product in the catalogue. */
  readonly index: number
  readonly rule: Rule
}

export interface Resolver {
  /** What the active rules offer beside a product (by index), best first, no product twice. */
  offersFor(index: number): Offer[]
  /** The products that a rule is about and whose pages the shop shows, ascending by index. */
  triggersOf(rule: Rule): number[]
  /** Those of them beside which the rule has something to offer. */
  reachOf(rule: Rule): number[]
  /** What one rule alone offers beside a product, whether it is active or not. */
  offersOf(rule: Rule, index: number): number[]
  /** Products that may stand in a slot: eligible, and not excluded by the shop. */
  readonly offerable: ProductSet
}

interface Compiled {
  readonly triggers: ProductSet
  /** What the rule may offer, best first. */
  readonly candidates: readonly number[]
  /** For a joined rule: the places in `candidates` by what a product must share, for each of the joins. */
  readonly tied: readonly ReadonlyMap<string | number, readonly number[]>[]
}

/**
 * Makes the one resolver that decides what rules offer, for the shop, the preview and the tests alike. The answer
 * depends on nothing but the arguments, and not on the order of `rules`: a lower priority number comes first, then the
 * smaller id. `excluded` is what the shop never offers.
 */
export function resolveRules(rules: readonly Rule[], catalog: Catalog, sales: Sales, excluded: Condition | null): Resolver {
  const select = selectFrom(catalog)
  const offerable = offerableFrom(catalog, select, excluded)
  const active = rules.filter((rule) => rule.state === 'active').sort((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1))
  const compiled = new Map<Rule, Compiled>()

  function compile(rule: Rule): Compiled {
    const known = compiled.get(rule)
    if (known) return known
    const { where, except, joins, sort } = rule.offer
    const targets = select(where).and(offerable)
    const allowed = except === null ? targets : targets.without(select(except))
    const candidates = [...allowed].sort(bySort(sort, catalog, sales))
    const tied = joins.map((join) => {
      const places = new Map<string | number, number[]>()
      for (const [place, index] of candidates.entries()) {
        for (const key of new Set(JOIN_KINDS[join].keysOf(index, catalog))) places.set(key, [...(places.get(key) ?? []), place])
      }
      return places
    })
    const made = { triggers: select(rule.when), candidates, tied }
    compiled.set(rule, made)
    return made
  }

  function offersOf(rule: Rule, index: number): number[] {
    const { triggers, candidates, tied } = compile(rule)
    if (!triggers.has(index)) return []
    const places = tied.length === 0 ? candidates.keys() : sharedPlaces(rule, index, tied, catalog)
    const offers: number[] = []
    for (const place of places) {
      const candidate = candidates[place]!
      if (candidate !== index) offers.push(candidate)
      if (offers.length === rule.offer.most) break
    }
    return offers
  }

  const triggersOf = (rule: Rule) => [...compile(rule).triggers].filter((index) => hasPage(catalog.products[index]!))

  return {
    offerable,
    offersOf,
    triggersOf,
    reachOf: (rule) => triggersOf(rule).filter((index) => offersOf(rule, index).length > 0),
    offersFor(index) {
      const seen = new Set<number>()
      return active.flatMap((rule) =>
        offersOf(rule, index).flatMap((offered) => (seen.has(offered) ? [] : (seen.add(offered), [{ index: offered, rule }]))),
      )
    },
  }
}

/** The places of the candidates that share something with the product by every join, ascending. */
function sharedPlaces(rule: Rule, index: number, tied: Compiled['tied'], catalog: Catalog): number[] {
  const sets = rule.offer.joins.map(
    (join, at) => new Set(JOIN_KINDS[join].keysOf(index, catalog).flatMap((key) => tied[at]!.get(key) ?? [])),
  )
  const [first, ...rest] = sets
  return [...(first ?? [])].filter((place) => rest.every((set) => set.has(place))).sort((a, b) => a - b)
}

function offerableFrom(catalog: Catalog, select: Select, excluded: Condition | null): ProductSet {
  const eligible = new ProductSet(catalog.products.length)
  for (const [index, product] of catalog.products.entries()) if (whyIneligible(product) === undefined) eligible.add(index)
  return excluded === null ? eligible : eligible.without(select(excluded))
}

/** Ties are broken by the index, that is by the product's id: the order is the same in every run. */
function bySort(sort: Sort, { products }: Catalog, sales: Sales): (a: number, b: number) => number {
  const sold = (index: number) => sales.get(products[index]!.id) ?? 0
  const price = (index: number) => priceOf(products[index]!) ?? 0
  switch (sort) {
    case 'best-selling':
      return (a, b) => sold(b) - sold(a) || a - b
    case 'lowest-price':
      return (a, b) => price(a) - price(b) || a - b
    case 'highest-price':
      return (a, b) => price(b) - price(a) || a - b
  }
}
