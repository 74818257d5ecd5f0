import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { noCompanions } from '#app/models/pairs/companions.ts'
import { LONGEST_DEALS, readDeals } from '#app/offers/deal.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import { anyBounds, anyRules } from '../../../test/a/any-rule.ts'
import { aProduct, aVariant } from '../../../test/a/product.ts'
import { aRule, ofType, type RulePart } from '../../../test/a/rule.ts'
import { aCatalog, anyCatalog } from '../../../test/a/shop.ts'
import { NO_BOUNDS } from '../bounds.ts'
import { dealsOf, discountedRules } from './deals-beside.ts'

const combines = { order: false, shipping: false }
const tenth = { kind: 'percent', off: 1_000, combines } as const
const evidence = { sales: new Map(), companions: noCompanions }

const goods = [
  aProduct(1, { type: 'Laptop' }),
  aProduct(2, {
    type: 'Sleeve',
    variants: [aVariant({ id: 21 as never, cost: 1_000 as never }), aVariant({ id: 22 as never, cost: 1_001 as never })],
  }),
  aProduct(3, { type: 'Sleeve' }),
]

function dealsFor(parts: readonly RulePart[], floor?: number) {
  const rules = parts.map((part) => aRule({ when: ofType('Laptop'), where: ofType('Sleeve'), discount: tenth, ...part }))
  const catalog = aCatalog(...goods)
  const resolver = resolveRules(rules, catalog, evidence, NO_BOUNDS)
  return dealsOf(discountedRules(rules), resolver, { currency: 'EUR', clock: catalog.clock, floor })
}

describe('the deals of a shop', () => {
  it('stand beside what rules are about, and name what they offer', () => {
    expect([...dealsFor([{}]).beside]).toEqual([
      [1, { v: 1, currency: 'EUR', deals: [{ rule: 'rule', stack: 'alone', discount: { kind: 'percent', off: 1_000 }, offered: [2, 3] }] }],
    ])
  })

  it('are none of drafts, nor of rules that ask for more than days', () => {
    expect(dealsFor([{ state: 'draft' }]).beside.size).toBe(0)
    expect(dealsFor([{ when: { kind: 'all', of: [ofType('Laptop'), { kind: 'signed-in' }] } }]).beside.size).toBe(0)
    const when = { kind: 'all', of: [ofType('Laptop'), { kind: 'date', from: '2026-12-01', to: null }] } as const
    expect(dealsFor([{ when }]).beside.get(1 as ProductId)!.deals[0]).toMatchObject({ from: '2026-12-01' })
  })

  it('bear the floors of what is known to cost something', () => {
    expect(dealsFor([{}], 2_000).beside.get(1 as ProductId)!.deals[0]!.floors).toEqual({ 2: { 21: 1_200, 22: 1_202 } })
  })

  it('count a product’s own pieces where pieces are counted', () => {
    const tiers = { kind: 'tiers', tiers: [{ from: 2, off: 500 }], combines } as const
    const found = dealsFor([{ when: ofType('Sleeve'), discount: tiers }]).beside
    expect(found.get(2 as ProductId)!.deals[0]!.offered).toEqual([2, 3])
    expect(dealsFor([{ when: ofType('Sleeve') }]).beside.get(2 as ProductId)!.deals[0]!.offered).toEqual([3])
  })

  it('are left out whole, the last rules first, where there is no room', () => {
    const many = Array.from({ length: 100 }, (_, at) => ({ id: `a-rule-with-a-long-name-${at}`, priority: at + 1 }))
    const { beside, leftOut } = dealsFor(many)
    const [deals] = beside.values()
    expect(deals!.deals.length + leftOut.length).toBe(100)
    expect(deals!.deals.map(({ rule }) => rule)).toEqual(many.slice(0, deals!.deals.length).map(({ id }) => id))
  })

  it('can be read where carts are priced, whatever rules there are', () => {
    fc.assert(
      fc.property(anyRules, anyCatalog, anyBounds, (rules, catalog, bounds) => {
        const resolver = resolveRules(rules, catalog, evidence, bounds)
        const { beside } = dealsOf(discountedRules(rules), resolver, { currency: 'EUR', clock: catalog.clock, floor: bounds.floor })
        for (const deals of beside.values()) {
          const written = JSON.stringify(deals)
          expect(new TextEncoder().encode(written).length).toBeLessThanOrEqual(LONGEST_DEALS)
          expect(readDeals(JSON.parse(written))).toEqual(deals)
        }
      }),
    )
  })
})
