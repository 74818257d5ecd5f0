import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { LOCKS } from '#app/commerce/placement.ts'
import type { Product } from '#app/commerce/product.ts'
import { aProduct } from '../../test/a/product.ts'
import { anySet, aSetOf, pageMix } from '../../test/a/rule-set.ts'
import { ofType } from '../../test/a/rule.ts'
import { aCatalog, anyBusyCatalog, anyProduct, TAGS, TYPES } from '../../test/a/shop.ts'
import { allSlots, sourcesOf } from '../../test/a/slots.ts'
import { fillerOf } from './fill-placements.ts'
import { reviseSlots } from './revise-slots.ts'

const FIELDS = Object.keys(aProduct(1)).filter((field) => field !== 'id') as (keyof Product)[]
/** Some fields of some product become those of another. */
const anyChange = fc.record({
  at: fc.nat(),
  other: anyProduct,
  fields: fc.subarray(FIELDS),
  sold: fc.integer({ min: 0, max: 3 }),
})

const anyType = fc.constantFrom(...TYPES).map(ofType)
const anyTag = fc.constantFrom(...TAGS).map((tag) => ({ kind: 'tag' as const, names: [tag] }))
const anyPlainRule = fc.record({
  when: anyType,
  where: fc.oneof(anyType, fc.constant({ kind: 'price' as const, atLeast: 0, atMost: null })),
  sort: fc.constantFrom('lowest-price' as const, 'best-selling' as const, 'bought-together' as const),
  most: fc.integer({ min: 1, max: 3 }),
})
/** Sets in which little but a product's place in an order decides. */
const anyPlainSet = fc
  .record({ rules: fc.array(anyPlainRule, { minLength: 1, maxLength: 3 }), one: anyTag, other: anyTag, isParted: fc.boolean() })
  .map(({ rules, one, other, isParted }) => ({
    ...aSetOf(...rules.map((rule, at) => ({ ...rule, id: `rule-${at}` }))),
    neverTogether: isParted ? [{ one, other }] : [],
  }))

const anyCrowdedRule = fc.record({
  when: fc.oneof(anyType, fc.constant({ kind: 'price' as const, atLeast: 0, atMost: null })),
  where: fc.oneof(anyType, anyTag, fc.constant({ kind: 'price' as const, atLeast: 1, atMost: 4000 })),
  joins: fc.oneof(
    fc.constant([]),
    fc.constant([]),
    fc.constant([{ kind: 'price-share' as const, percent: 90 }]),
    fc.constant([{ kind: 'same-type' as const }]),
    fc.constant([{ kind: 'same-type' as const }, { kind: 'price-share' as const, percent: 90 }]),
  ),
  sort: fc.constantFrom('lowest-price' as const, 'best-selling' as const, 'bought-together' as const, 'newest' as const),
  most: fc.integer({ min: 1, max: 12 }),
  stop: fc.constantFrom(false, false, false, true),
  fallback: fc.constantFrom(false, false, false, true),
})
/** Sets of which many rules never have their turn, since the slot is full before or one of them stops. */
const anyCrowdedSet = fc
  .record({ rules: fc.array(anyCrowdedRule, { minLength: 2, maxLength: 6 }), lock: fc.constantFrom(...LOCKS) })
  .map(({ rules, lock }) => ({
    ...aSetOf(...rules.map((rule, at) => ({ ...rule, id: `rule-${at}` }))),
    placements: pageMix(lock),
  }))

describe('reviseSlots, on random shops, rules and changes', () => {
  it('leaves every slot as filling all of them anew would', () => {
    fc.assert(
      fc.property(
        anyBusyCatalog,
        fc.oneof(anySet, anyPlainSet, anyCrowdedSet),
        fc.array(anyChange, { minLength: 1, maxLength: 5 }),
        (catalog, set, changes) => {
          const sources = sourcesOf(set, catalog)
          const slots = allSlots(set, sources)
          sources.resolver.expectChanges()
          const products = [...catalog.products]
          const sales = new Map<ProductId, number>()
          for (const { at, other, fields, sold } of changes) {
            const index = at % products.length
            const before = products[index]!
            const product = { ...before, ...Object.fromEntries(fields.map((field) => [field, other[field]])) }
            products[index] = product
            sales.set(product.id, sold)
            for (const [page, slot] of reviseSlots([{ product, sold }], fillerOf(set, sources), sources)) slots.set(page, slot)
            const anew = { ...aCatalog(...products), markets: catalog.markets }
            expect(slots).toEqual(allSlots(set, sourcesOf(set, anew, sales)))
          }
        },
      ),
      { numRuns: 600 },
    )
  })

  it('comes to the same whether changes are taken up together or one by one', () => {
    fc.assert(
      fc.property(anyBusyCatalog, anySet, anyProduct, anyProduct, ({ products }, set, one, other) => {
        const changes = [one, other].map((as, at) => ({ product: { ...as, id: products[at]!.id }, sold: at }))
        const catalog = aCatalog(...products)
        const [together, apart] = [sourcesOf(set, catalog), sourcesOf(set, catalog)]
        const before = allSlots(set, together)
        expect(allSlots(set, apart)).toEqual(before)
        const slots = new Map([...before, ...reviseSlots(changes, fillerOf(set, together), together)])
        const singly = changes.reduce((held, change) => new Map([...held, ...reviseSlots([change], fillerOf(set, apart), apart)]), before)
        expect(slots).toEqual(singly)
      }),
    )
  })
})
