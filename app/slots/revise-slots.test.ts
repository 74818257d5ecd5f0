import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Product } from '#app/commerce/product.ts'
import { noCompanions, type Companions } from '#app/models/pairs/companions.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { aProduct } from '../../test/a/product.ts'
import { aSetOf } from '../../test/a/rule-set.ts'
import { ofType } from '../../test/a/rule.ts'
import { aCatalog } from '../../test/a/shop.ts'
import { allSlots, COUNTS, sourcesOf } from '../../test/a/slots.ts'
import { fillerOf } from './fill-placements.ts'
import { reviseSlots } from './revise-slots.ts'
import { sourcesFor } from './shop-context.ts'

describe('reviseSlots', () => {
  const toys = Array.from({ length: 50 }, (_, at) => aProduct(1 + at, { type: 'Toy' }))
  const batteries = Array.from({ length: 20 }, (_, at) => aProduct(101 + at, { type: 'Battery', price: 100 + at }))
  const set = aSetOf({ when: ofType('Toy'), where: ofType('Battery'), sort: 'lowest-price', most: 4 })
  const after = (id: number, part: Parameters<typeof aProduct>[1]) => {
    const sources = sourcesFor(set, { catalog: aCatalog(...toys, ...batteries), sales: new Map(), companions: noCompanions, model: '' })
    allSlots(set, sources)
    const price = 100 + id - 101
    return [
      ...reviseSlots([{ product: aProduct(id, { type: 'Battery', price, ...part }), sold: 0 }], fillerOf(set, sources), sources).keys(),
    ]
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
    const bought: Companions = (page) => (page === 1 ? [{ product: 120 as ProductId, counts: COUNTS }] : [])
    const evident = aSetOf({ when: ofType('Toy'), where: ofType('Battery'), sort: 'bought-together', most: 1 })
    const sources = sourcesFor(evident, { catalog: aCatalog(...toys, ...batteries), sales: new Map(), companions: bought, model: '' })
    allSlots(evident, sources)
    const change = { product: aProduct(120, { type: 'Lamp' }), sold: 0 }
    expect([...reviseSlots([change], fillerOf(evident, sources), sources).keys()]).toEqual([1, 120])
  })

  /** Where products change one after the other, every slot holds what filling all of them anew would put there. */
  const expectTrue = (rules: RuleSet, products: readonly Product[], ...changes: Product[]) => {
    const sources = sourcesOf(rules, aCatalog(...products))
    const slots = allSlots(rules, sources)
    sources.resolver.expectChanges()
    const now = new Map(products.map((product) => [product.id, product]))
    for (const product of changes) {
      now.set(product.id, product)
      for (const [page, slot] of reviseSlots([{ product, sold: 0 }], fillerOf(rules, sources), sources)) slots.set(page, slot)
      expect(slots).toEqual(allSlots(rules, sourcesOf(rules, aCatalog(...now.values()))))
    }
  }
  const battery = (id: number, part: Parameters<typeof aProduct>[1]) => aProduct(id, { type: 'Battery', ...part })

  it('knows of slots beyond what it keeps of a rule', () => {
    const pages = Array.from({ length: 1_050 }, (_, at) => aProduct(1_001 + at, { type: 'Toy', price: 10_000 + 100 * at }))
    const joins = [{ kind: 'price-share', percent: 1 } as const]
    const share = aSetOf({ when: ofType('Toy'), where: ofType('Battery'), joins, sort: 'highest-price', most: 1 })
    // The second is too dear for the first thousand pages.
    const changes = [battery(101, { price: 109 }), battery(101, { price: 1_120 }), battery(101, { price: 50 })]
    expectTrue(share, [...batteries, ...pages], ...changes)
  })

  it('knows of one more than is offered, for the pages of those that are', () => {
    const among = aSetOf({ when: ofType('Battery'), where: ofType('Battery'), sort: 'lowest-price', most: 2 })
    const few = batteries.slice(0, 2)
    expectTrue(among, [...few, aProduct(200)], battery(200, { price: 500 }), battery(200, { price: 600, available: false }))
  })

  it('knows of what meets a need second best, for the page of what does best', () => {
    const packs = { when: ofType('Battery'), where: ofType('Battery'), need: { takes: 'specs.needs', holds: 'specs.pack' } }
    const pack = (id: number, holds: number, available = true) =>
      battery(id, { metafields: { 'specs.needs': 4, 'specs.pack': holds }, available })
    expectTrue(aSetOf(packs), [pack(1, 4), pack(2, 2), pack(3, 8)], pack(3, 8, false), pack(2, 2, false))
  })

  it('knows of pages that have come to be tied by something else', () => {
    const tied = aSetOf({ when: ofType('Toy'), where: ofType('Battery'), joins: [{ kind: 'same-vendor' }] })
    const [toy, cell] = [aProduct(1, { type: 'Toy', vendor: 'Acme' }), battery(2, { vendor: 'Bolt' })]
    expectTrue(tied, [toy, cell], { ...toy, vendor: 'Bolt' }, battery(2, { vendor: 'Bolt', available: false }))
  })

  it('refuses a product that the catalogue does not have', () => {
    expect(() => after(200, {})).toThrow('The catalogue has no product 200')
  })
})
