import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalog } from '#app/catalog/catalog.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Companions } from '#app/models/pairs/companions.ts'
import { NO_BOUNDS } from '#app/rules/bounds.ts'
import { holdsNow } from '#app/rules/conditions/holds.ts'
import { anyBounds, anyCondition, anyMoment, anyRules, anyWhen } from '../../../test/a/any-rule.ts'
import { isParted, naiveOffers } from '../../../test/a/naive-offers.ts'
import { naively } from '../../../test/a/naive-rules.ts'
import { aCatalog, anyCatalog } from '../../../test/a/shop.ts'
import { guardFor } from './guard.ts'
import type { Moment } from './moment.ts'
import { resolveRules, type Evidence, type Resolver } from './resolve.ts'

const counts = { together: 5, first: 10, second: 10, orders: 100 }
const anyEvidence: fc.Arbitrary<Evidence> = fc
  .tuple(
    fc.dictionary(fc.integer({ min: 1, max: 30 }).map(String), fc.integer({ min: 1, max: 4 })),
    fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 8 }),
  )
  .map(([sold, bought]) => ({
    sales: new Map(Object.entries(sold).map(([id, units]) => [Number(id) as ProductId, units])),
    companions: (() => bought.map((product) => ({ product: product as ProductId, counts }))) satisfies Companions,
  }))

/** What the resolver offers at a moment, as a page shows it: no product twice. */
function offersAt(resolver: Resolver, catalog: Catalog, index: number, moment: Moment) {
  const open = resolver
    .offersFor(index, 'product-page')
    .filter(({ guard }) => guard === true || (guard !== false && holdsNow(guard, moment)))
  return open
    .filter((offer, at) => open.findIndex((one) => one.index === offer.index) === at)
    .map((offer) => ({ id: catalog.products[offer.index]!.id, rule: offer.rule.id, packs: offer.need?.packs ?? 1 }))
}

describe('resolveRules, on random shops, rules and moments', () => {
  it('agrees with a naive evaluation', () => {
    fc.assert(
      fc.property(anyCatalog, anyRules, anyEvidence, anyBounds, anyMoment, (shop, rules, evidence, bounds, moment) => {
        const resolver = resolveRules(rules, shop, evidence, bounds)
        for (const [index, product] of shop.products.entries())
          expect(offersAt(resolver, shop, index, moment)).toEqual(naiveOffers(product, rules, shop, evidence, bounds, moment))
      }),
      { numRuns: 500 },
    )
  })

  it('finds the triggers that could be, and no others', () => {
    fc.assert(
      fc.property(anyCatalog, anyWhen, anyMoment, (shop, when, moment) => {
        for (const product of shop.products) {
          const guard = guardFor(when, product, shop.clock)
          const isOpen = guard === true || (guard !== false && holdsNow(guard, moment))
          expect(isOpen).toBe(naively(when, product, moment))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('does not depend on the order of the rules or of the products', () => {
    fc.assert(
      fc.property(anyCatalog, anyRules, anyEvidence, anyBounds, (shop, rules, evidence, bounds) => {
        const turned = aCatalog(...shop.products.toReversed())
        const [one, other] = [resolveRules(rules, shop, evidence, bounds), resolveRules(rules.toReversed(), turned, evidence, bounds)]
        for (const index of shop.products.keys())
          expect(other.offersFor(index, 'product-page')).toEqual(one.offersFor(index, 'product-page'))
      }),
    )
  })

  it('never offers, for an exclusion added, what was not to be offered before', () => {
    fc.assert(
      fc.property(anyCatalog, anyRules, anyEvidence, anyCondition, anyMoment, (shop, rules, evidence, excluded, moment) => {
        const [free, bound] = [NO_BOUNDS, { ...NO_BOUNDS, exclusion: excluded }].map((bounds) =>
          resolveRules(rules, shop, evidence, bounds),
        ) as [Resolver, Resolver]
        for (const index of shop.products.keys()) {
          for (const { id } of offersAt(bound, shop, index, moment)) {
            expect(free.offerable.has(shop.indexOf(id)!)).toBe(true)
            expect(naively(excluded, shop.products[shop.indexOf(id)!]!, moment)).toBe(false)
          }
          // A rule without a bound or a choice of packs offers only what it offered before.
          for (const rule of rules.filter(({ offer }) => offer.need === null)) {
            const before = free.offersOf(rule, index).map((offered) => offered.index)
            if (before.length < rule.offer.most) for (const offered of bound.offersOf(rule, index)) expect(before).toContain(offered.index)
          }
        }
      }),
    )
  })

  it('offers, for a pair added, what was offered before but for what the pair parts', () => {
    fc.assert(
      fc.property(
        anyCatalog,
        anyRules,
        anyEvidence,
        anyBounds,
        anyCondition,
        anyCondition,
        anyMoment,
        (shop, rules, evidence, ...given) => {
          const [bounds, one, other, moment] = given
          const bound = { ...bounds, neverTogether: [...bounds.neverTogether, { one, other }] }
          const [before, after] = [resolveRules(rules, shop, evidence, bounds), resolveRules(rules, shop, evidence, bound)]
          for (const [index, product] of shop.products.entries()) {
            // A rule without a bound or a choice of packs has nothing else to offer instead.
            for (const rule of rules.filter(({ offer }) => offer.need === null && offer.instead !== 'subscription')) {
              const offered = before.offersOf(rule, index)
              if (offered.length === rule.offer.most) continue
              const stays = offered.filter((offer) => !isParted({ one, other }, product, shop.products[offer.index]!, moment))
              expect(after.offersOf(rule, index)).toEqual(stays)
            }
          }
        },
      ),
    )
  })
})
