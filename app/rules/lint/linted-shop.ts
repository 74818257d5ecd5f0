import type { Catalog } from '#app/catalog/catalog.ts'
import { hasPage, whyIneligible } from '#app/catalog/eligible.ts'
import { ProductSet } from '#app/catalog/product-set.ts'
import type { RuleId } from '#app/commerce/ids.ts'
import type { Lock } from '#app/commerce/placement.ts'
import type { OtherDiscount } from '#app/offers/other-discount.ts'
import type { When } from '#app/rules/conditions/condition.ts'
import { dealsOf, discountedRules, type ShopDeals } from '#app/rules/deals/deals-beside.ts'
import { mixAt } from '#app/rules/mix.ts'
import type { Offered } from '#app/rules/resolve/offer-query.ts'
import type { Offer } from '#app/rules/resolve/offer-rule-by-rule.ts'
import { inPlace, type Resolver } from '#app/rules/resolve/resolve.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import type { Rule } from '#app/rules/rule.ts'
import { meaningOf } from './meaning.ts'
import { whatFits } from './what-fits.ts'

/** A rule and what it comes to in this shop. Products by their index in the catalogue, ascending. */
export interface RuleInShop {
  readonly rule: Rule
  /** The pages that it is about. */
  readonly pages: readonly number[]
  /** What it asks for, whether that may be offered or not; of these what is for sale; and of these what the shop does not exclude. */
  readonly named: ProductSet
  readonly forSale: ProductSet
  readonly offerable: ProductSet
  /** The pages on which it alone would offer something, whatever the moment, and what. */
  readonly reached: readonly { readonly page: number; readonly offered: readonly Offered[] }[]
}

/** What the checks look at. Everything is worked out when it is first asked for. */
export interface LintedShop {
  readonly catalog: Catalog
  readonly resolver: Resolver
  /** Who fills the slots. */
  readonly lock: Lock
  /** The active rules in the order in which they are asked. */
  readonly rules: readonly Rule[]
  readonly look: (rule: Rule) => RuleInShop
  /** The pages that shoppers can open of the products of which a condition may hold. */
  readonly pagesWhere: (when: When) => number[]
  /** What all rules together put into a page's slot, as far as it has room. */
  readonly slotOn: (page: number) => readonly Offer[]
  /** What of that is of one rule. */
  readonly shownOn: (page: number, rule: RuleId) => readonly Offer[]
  /** How many products always stand before the first that is of one rule; undefined where nothing of it is in the slot. */
  readonly alwaysBefore: (page: number, rule: RuleId) => number | undefined
  /** What rules give off, by the product beside which it is. */
  readonly deals: () => ShopDeals
  /** The shop's own discounts, as far as they are known. */
  readonly others: readonly OtherDiscount[]
  /** As `Bounds` has it. */
  readonly floor: number | undefined
  /** Whether the merchant states anywhere from what on delivery is free. */
  readonly statesFreeDelivery: boolean
  /** The first rule that says the same as this one: the rule itself, unless it repeats another. */
  readonly firstToSay: (rule: Rule) => Rule
}

/** Every currency is as long as any other. */
const ANY_CURRENCY = 'XXX'

/** Makes a set of rules ready to be looked through. The resolver is of this set and this catalogue. */
export function lintedShop(set: RuleSet, catalog: Catalog, resolver: Resolver, others: readonly OtherDiscount[] = []): LintedShop {
  const { products } = catalog
  const { select } = resolver
  const lock = mixAt(set.placements, 'product-page').slots[0]!.lock
  const rules = inPlace(set.rules.filter(({ state }) => state === 'active'))
  const forSale = ProductSet.of(
    products.length,
    [...products.keys()].filter((index) => whyIneligible(products[index]!) === undefined),
  )
  const looked = remembering((rule: Rule): RuleInShop => {
    const { where, except } = rule.offer
    const named = except === null ? select(where).surely : select(where).surely.without(select(except).maybe)
    const pages = resolver.triggersOf(rule)
    return {
      rule,
      pages,
      named,
      forSale: named.and(forSale),
      offerable: named.and(resolver.offerable),
      reached: pages.flatMap((page) => {
        const offered = resolver.offersOf(rule, page)
        return offered.length === 0 ? [] : [{ page, offered }]
      }),
    }
  })
  const slotOn = remembering((page: number) => whatFits(resolver.offersFor(page, 'product-page'), lock, resolver))
  const shownBy = remembering((page: number) => byRule(slotOn(page)))
  const before = remembering((page: number) => countAlwaysBefore(slotOn(page)))
  let first: ReadonlyMap<Rule, Rule> | undefined
  let dealt: ShopDeals | undefined
  const dealing = { currency: ANY_CURRENCY, clock: catalog.clock, floor: set.floor }
  return {
    catalog,
    resolver,
    lock,
    rules,
    look: looked,
    pagesWhere: (when) => [...select(when).maybe].filter((index) => hasPage(products[index]!)),
    slotOn,
    shownOn: (page, rule) => shownBy(page).get(rule) ?? [],
    alwaysBefore: (page, rule) => before(page).get(rule),
    others,
    floor: set.floor,
    statesFreeDelivery: set.freeDelivery !== undefined,
    deals: () => (dealt ??= dealsOf(discountedRules(rules), resolver, dealing)),
    firstToSay: (rule) => (first ??= firstSaid(rules)).get(rule) ?? rule,
  }
}

/** In one walk over the slot, however many rules are in it. */
function countAlwaysBefore(slot: readonly Offer[]): Map<RuleId, number> {
  const counts = new Map<RuleId, number>()
  const always = new Set<number>()
  for (const { rule, index, guard } of slot) {
    if (!counts.has(rule.id)) counts.set(rule.id, always.size)
    if (guard === true) always.add(index)
  }
  return counts
}

/** For each rule, the first that says the same. */
function firstSaid(rules: readonly Rule[]): Map<Rule, Rule> {
  const first = new Map<string, Rule>()
  return new Map(
    rules.map((rule) => {
      const meaning = meaningOf(rule)
      if (!first.has(meaning)) first.set(meaning, rule)
      return [rule, first.get(meaning)!]
    }),
  )
}

function byRule(offers: readonly Offer[]): Map<RuleId, Offer[]> {
  const by = new Map<RuleId, Offer[]>()
  for (const offer of offers) {
    const known = by.get(offer.rule.id)
    if (known) known.push(offer)
    else by.set(offer.rule.id, [offer])
  }
  return by
}

function remembering<Asked, Answer>(find: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<Asked, Answer>()
  return (asked) => {
    const answer = known.get(asked) ?? find(asked)
    known.set(asked, answer)
    return answer
  }
}
