import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalog } from '#app/catalog/catalog.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { LOCKS } from '#app/commerce/placement.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Product } from '#app/commerce/product.ts'
import { noCompanions, type Companions } from '#app/models/companions.ts'
import type { Sales } from '#app/rules/rank-products.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { aProduct } from '../../test/a/product.ts'
import { anySet, aSetOf } from '../../test/a/rule-set.ts'
import { ofType } from '../../test/a/rule.ts'
import { aCatalog, anyBusyCatalog, anyProduct, TAGS, TYPES } from '../../test/a/shop.ts'
import { fillSlot, type Sources } from './fill-slot.ts'
import { reviseSlots } from './revise-slots.ts'
import type { Slot } from './slot.ts'
import { sourcesFor } from './stock.ts'

const counts = { together: 5, first: 10, second: 10, orders: 100 }
const companions: Companions = (product) => [1, 2, 3, 40].map((step) => ({ product: ((product + step) % 48) as ProductId, counts }))

const lockOf = (set: RuleSet) => set.locks['product-page']
const sourcesOf = (set: RuleSet, catalog: Catalog, sales: Sales) => sourcesFor(set, { catalog, sales, companions, model: 'm1' })
const allSlots = (set: RuleSet, sources: Sources): Map<ProductId, Slot> =>
  new Map(sources.catalog.products.map(({ id }, index) => [id, fillSlot(index, lockOf(set), sources)]))

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
    locks: { 'product-page': lock },
  }))

describe('reviseSlots, on random shops, rules and changes', () => {
  it('leaves every slot as filling all of them anew would', () => {
    fc.assert(
      fc.property(
        anyBusyCatalog,
        fc.oneof(anySet, anyPlainSet, anyCrowdedSet),
        fc.array(anyChange, { minLength: 1, maxLength: 5 }),
        (catalog, set, changes) => {
          const sources = sourcesOf(set, catalog, new Map())
          const slots = allSlots(set, sources)
          const products = [...catalog.products]
          const sales = new Map<ProductId, number>()
          for (const { at, other, fields, sold } of changes) {
            const index = at % products.length
            const before = products[index]!
            const product = { ...before, ...Object.fromEntries(fields.map((field) => [field, other[field]])) }
            products[index] = product
            sales.set(product.id, sold)
            for (const [page, slot] of reviseSlots([{ product, sold }], lockOf(set), sources)) slots.set(page, slot)
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
        const [together, apart] = [sourcesOf(set, catalog, new Map()), sourcesOf(set, catalog, new Map())]
        const before = allSlots(set, together)
        expect(allSlots(set, apart)).toEqual(before)
        const slots = new Map([...before, ...reviseSlots(changes, lockOf(set), together)])
        const singly = changes.reduce((held, change) => new Map([...held, ...reviseSlots([change], lockOf(set), apart)]), before)
        expect(slots).toEqual(singly)
      }),
    )
  })
})

describe('reviseSlots', () => {
  const toys = Array.from({ length: 50 }, (_, at) => aProduct(1 + at, { type: 'Toy' }))
  const batteries = Array.from({ length: 20 }, (_, at) => aProduct(101 + at, { type: 'Battery', price: 100 + at }))
  const set = aSetOf({ when: ofType('Toy'), where: ofType('Battery'), sort: 'lowest-price', most: 4 })
  const after = (id: number, part: Parameters<typeof aProduct>[1]) => {
    const sources = sourcesFor(set, { catalog: aCatalog(...toys, ...batteries), sales: new Map(), companions: noCompanions, model: '' })
    allSlots(set, sources)
    const price = 100 + id - 101
    return [...reviseSlots([{ product: aProduct(id, { type: 'Battery', price, ...part }), sold: 0 }], 'locked', sources).keys()]
  }

  it('looks at no other page where the product stood nowhere and will not', () => {
    expect(after(115, { available: false })).toEqual([115])
    expect(after(115, { price: 112 })).toEqual([115])
  })

  it('looks at no other page where nobody can tell the difference', () => {
    expect(after(101, { title: 'Renamed' })).toEqual([101])
    expect(after(101, { variant: { stock: 3 } })).toEqual([101])
  })

  it('looks at every page on which the product stood or will stand', () => {
    expect(after(101, { available: false })).toHaveLength(51)
    expect(after(120, { price: 1 as Minor })).toHaveLength(51)
  })

  it('looks at the pages beside which orders speak for the product, however many others come before it', () => {
    const bought: Companions = (page) => (page === 1 ? [{ product: 120 as ProductId, counts }] : [])
    const evident = aSetOf({ when: ofType('Toy'), where: ofType('Battery'), sort: 'bought-together', most: 1 })
    const sources = sourcesFor(evident, { catalog: aCatalog(...toys, ...batteries), sales: new Map(), companions: bought, model: '' })
    allSlots(evident, sources)
    const change = { product: aProduct(120, { type: 'Lamp' }), sold: 0 }
    expect([...reviseSlots([change], 'locked', sources).keys()]).toEqual([1, 120])
  })

  it('knows of slots beyond what it keeps of a rule', () => {
    const pages = Array.from({ length: 1_050 }, (_, at) => aProduct(1_001 + at, { type: 'Toy', price: 10_000 + at }))
    const share = aSetOf({
      when: ofType('Toy'),
      where: ofType('Battery'),
      joins: [{ kind: 'price-share', percent: 1 }],
      sort: 'highest-price',
      most: 1,
    })
    const products = [...batteries, ...pages]
    const sources = sourcesOf(share, aCatalog(...products), new Map())
    const slots = allSlots(share, sources)
    for (const [id, price] of [
      [101, 109],
      [120, 105],
      [101, 50],
    ] as const) {
      const product = aProduct(id, { type: 'Battery', price })
      products[id - 101] = product
      for (const [page, slot] of reviseSlots([{ product, sold: 0 }], 'locked', sources)) slots.set(page, slot)
      expect(slots).toEqual(allSlots(share, sourcesOf(share, aCatalog(...products), new Map())))
    }
  })

  it('refuses a product that the catalogue does not have', () => {
    expect(() => after(200, {})).toThrow('The catalogue has no product 200')
  })
})
