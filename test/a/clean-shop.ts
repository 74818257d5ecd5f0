import { pageMix } from './rule-set.ts'
import fc from 'fast-check'
import type { HeldMarket } from '#app/catalog/market.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Product } from '#app/commerce/product.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import type { OtherDiscount } from '#app/offers/other-discount.ts'
import { SORTS, type Rule } from '#app/rules/rule.ts'
import { anyRules } from './any-rule.ts'
import { aProduct } from './product.ts'
import { aRule, everything, ofType } from './rule.ts'
import { aSet } from './rule-set.ts'

/** A shop whose merchant has thought of everything: nothing is to be found in its rules. */
export interface CleanShop {
  readonly products: readonly Product[]
  readonly markets: readonly HeldMarket[]
  readonly set: RuleSet
  /** The shop's own discounts. */
  readonly others?: readonly OtherDiscount[]
}

const SIZES = ['AA', 'AAA', 'C', 'D'] as const
const many = fc.integer({ min: 1, max: 3 })

/** `howMany` products of a type with these facts; ids from `from` on. */
function some(from: number, howMany: number, type: string, price: number, facts: Parameters<typeof aProduct>[1] = {}): Product[] {
  return Array.from({ length: howMany }, (_, at) => aProduct(from + at, { type, price, ...facts }))
}

const anyProducts = fc
  .record({
    sizes: fc.uniqueArray(fc.constantFrom(...SIZES), { minLength: 1 }),
    toys: many,
    batteries: many,
    laptops: many,
    sleeves: many,
    mugs: fc.integer({ min: 2, max: 6 }),
    gifts: many,
  })
  .map(({ sizes, toys, batteries, laptops, sleeves, mugs, gifts }) => [
    ...sizes.flatMap((size, at) => [
      ...some(100 + at * 10, toys, 'Toy', 4_000, { metafields: { 'specs.size': size, 'specs.takes': 3 } }),
      ...some(200 + at * 10, batteries, 'Battery', 500, { metafields: { 'specs.size': size, 'specs.holds': 4 } }),
    ]),
    ...[13, 16].flatMap((inch) => [
      ...some(300 + inch * 10, laptops, 'Laptop', 90_000, { collections: [inch] }),
      ...some(600 + inch * 10, sleeves, 'Sleeve', 3_000, { collections: [inch] }),
    ]),
    ...some(900, mugs, 'Mug', 100),
    // What may not be offered is no fault where no rule is for it alone.
    ...some(920, gifts, 'Gift card', 2_500, { isGiftCard: true }),
    ...some(930, 1, 'Battery', 500, { available: false, metafields: { 'specs.size': 'AA', 'specs.holds': 4 } }),
    ...some(940, 1, 'Sleeve', 3_000, { published: false }),
  ])

const anyPlay = fc.record({
  sort: fc.constantFrom(...SORTS),
  most: fc.integer({ min: 1, max: 6 }),
  priority: fc.integer({ min: 1, max: 99 }),
})
const anyMomentToo = fc.constantFrom(
  [],
  [{ kind: 'signed-in' as const }],
  [{ kind: 'date' as const, from: '2026-12-01', to: '2026-12-24' }],
)

const anyGoodRules = fc
  .tuple(anyPlay, anyPlay, anyMomentToo, fc.boolean(), fc.boolean())
  .map(([batteries, sleeves, moment, stop, needs]): Rule[] => [
    aRule({
      id: 'batteries',
      name: 'Batteries for toys',
      when: { kind: 'all', of: [ofType('Toy'), ...moment] },
      where: ofType('Battery'),
      joins: [{ kind: 'metafield', offered: 'specs.size', trigger: 'specs.size' }],
      need: needs ? { takes: 'specs.takes', holds: 'specs.holds' } : null,
      ...batteries,
      stop,
    }),
    aRule({
      id: 'sleeves',
      name: 'Sleeves for laptops',
      when: ofType('Laptop'),
      where: ofType('Sleeve'),
      joins: [{ kind: 'same-collection' }],
      ...sleeves,
    }),
    aRule({ id: 'mugs', name: 'Mugs where there is nothing else', where: ofType('Mug'), fallback: true, when: everything, priority: 100 }),
  ])

/** Markets that lack nothing which a rule has to offer there, or not all of it. */
const anyGoodMarkets = fc.subarray([
  { handle: 'home', name: 'Home', lacks: [] },
  { handle: 'far', name: 'Far away', lacks: [900, 920, 930] as ProductId[] },
])

/** Random clean shops, with drafts of whatever kind beside their rules. */
export const anyCleanShop: fc.Arbitrary<CleanShop> = fc
  .record({
    products: anyProducts,
    markets: anyGoodMarkets,
    rules: anyGoodRules,
    drafts: anyRules,
    lock: fc.constantFrom('locked', 'assisted', 'open', 'off'),
  })
  .map(({ products, markets, rules, drafts, lock }) => ({
    products,
    markets,
    set: aSet({
      rules: [...rules, ...drafts.map((rule) => ({ ...rule, state: 'draft' as const }))],
      placements: pageMix(lock as never),
    }),
  }))
