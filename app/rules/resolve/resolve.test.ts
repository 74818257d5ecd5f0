import { describe, expect, it } from 'vitest'
import type { Catalog } from '#app/catalog/catalog.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { noCompanions } from '#app/models/pairs/companions.ts'
import { NO_BOUNDS, type Bounds } from '#app/rules/bounds.ts'
import type { Condition } from '#app/rules/conditions/condition.ts'
import type { Rule } from '#app/rules/rule.ts'
import { aProduct } from '../../../test/a/product.ts'
import { aRule, ofType, tagged } from '../../../test/a/rule.ts'
import { aCatalog } from '../../../test/a/shop.ts'
import type { Sales } from './rank-products.ts'
import { resolveRules } from './resolve.ts'

const noSales: Sales = new Map()
const idsBeside = (catalog: Catalog, rules: Rule[], product: number, sales = noSales, bounds: Partial<Bounds> = {}) =>
  resolveRules(rules, catalog, { sales, companions: noCompanions }, { ...NO_BOUNDS, ...bounds })
    .offersFor(catalog.indexOf(product as ProductId)!, 'product-page')
    .map(({ index }) => catalog.products[index]!.id)

const laptop = aProduct(1, { type: 'Laptop', collections: [13] })
const bigLaptop = aProduct(2, { type: 'Laptop', collections: [16] })
const sleeve = aProduct(3, { type: 'Sleeve', collections: [13], price: 3000 })
const plush = aProduct(4, { type: 'Sleeve', collections: [13], price: 2000 })
const bigSleeve = aProduct(5, { type: 'Sleeve', collections: [16] })
const catalog = aCatalog(laptop, bigLaptop, sleeve, plush, bigSleeve)
const sleeves = (part = {}) => aRule({ when: ofType('laptop'), where: ofType('SLEEVE'), joins: [{ kind: 'same-collection' }], ...part })

describe('resolveRules', () => {
  it('offers the sleeves of the same collection beside a laptop, and nothing beside a sleeve', () => {
    expect(idsBeside(catalog, [sleeves()], 1)).toEqual([3, 4])
    expect(idsBeside(catalog, [sleeves()], 2)).toEqual([5])
    expect(idsBeside(catalog, [sleeves()], 3)).toEqual([])
  })

  it('puts first what sells best, or costs least, or most', () => {
    const sales = new Map([[4 as ProductId, 9]])
    expect(idsBeside(catalog, [sleeves()], 1, sales)).toEqual([4, 3])
    expect(idsBeside(catalog, [sleeves({ sort: 'lowest-price' })], 1)).toEqual([4, 3])
    expect(idsBeside(catalog, [sleeves({ sort: 'highest-price' })], 1)).toEqual([3, 4])
  })

  it('lets a smaller priority number go first, and shows no product twice', () => {
    const late = aRule({ id: 'a', when: ofType('Laptop'), where: ofType('Sleeve'), priority: 9, sort: 'lowest-price' })
    const early = sleeves({ id: 'b', priority: 1, most: 1 })
    expect(idsBeside(catalog, [late, early], 1)).toEqual([3, 5, 4])
  })

  it('keeps drafts, exceptions and what the shop excludes out', () => {
    expect(idsBeside(catalog, [sleeves({ state: 'draft' })], 1)).toEqual([])
    expect(idsBeside(catalog, [sleeves({ except: { kind: 'product', ids: [3 as ProductId] } })], 1)).toEqual([4])
    expect(idsBeside(catalog, [sleeves()], 1, noSales, { exclusion: { kind: 'product', ids: [4 as ProductId] } })).toEqual([3])
  })

  it('offers beside a product the next best of what never stands beside it', () => {
    const plushOnly: Condition = { kind: 'product', ids: [4 as ProductId] }
    const apart = { neverTogether: [{ one: plushOnly, other: ofType('Laptop') }] }
    const cheapest = sleeves({ sort: 'lowest-price', most: 1 })
    expect(idsBeside(catalog, [cheapest], 1)).toEqual([4])
    expect(idsBeside(catalog, [cheapest], 1, noSales, apart)).toEqual([3])
    expect(idsBeside(catalog, [aRule()], 4, noSales, apart)).toEqual([3, 5])
  })

  it('asks of the moment no more for the tenth rule that stops than for the first', () => {
    const rules = Array.from({ length: 30 }, (_, at) =>
      aRule({ id: `r${at + 10}`, when: { kind: 'customer-tag', names: [`t${at}`] }, stop: true, fallback: at > 20 }),
    )
    const offers = resolveRules(rules, catalog, { sales: noSales, companions: noCompanions }, NO_BOUNDS).offersFor(0, 'product-page')
    expect(Math.max(...offers.map(({ guard }) => JSON.stringify(guard).length))).toBeLessThan(30 * 100)
  })

  it('offers nothing that shoppers could not buy', () => {
    const shop = aCatalog(
      laptop,
      aProduct(10, { available: false }),
      aProduct(11, { published: false }),
      aProduct(12, { status: 'draft' }),
      aProduct(13, { isGiftCard: true }),
      aProduct(14, { requiresSellingPlan: true }),
      aProduct(15, { price: 0 }),
      aProduct(16),
    )
    expect(idsBeside(shop, [aRule({ when: ofType('Laptop') })], 1)).toEqual([16])
  })

  it('counts as reached only pages that shoppers can open and that get something', () => {
    const shop = aCatalog(
      laptop,
      sleeve,
      aProduct(6, { type: 'Laptop', collections: [99] }),
      aProduct(7, { type: 'Laptop', collections: [13], published: false }),
    )
    const resolver = resolveRules([], shop, { sales: noSales, companions: noCompanions }, NO_BOUNDS)
    expect(resolver.triggersOf(sleeves())).toEqual([laptop, aProduct(6)].map(({ id }) => shop.indexOf(id)))
    expect(resolver.reachOf(sleeves())).toEqual([shop.indexOf(laptop.id)])
  })

  it('ties by vendor and by tag, and never by an empty name', () => {
    const shop = aCatalog(
      aProduct(1, { vendor: '', tags: ['AA'] }),
      aProduct(2, { vendor: '', tags: ['aa '] }),
      aProduct(3, { vendor: 'X' }),
    )
    expect(idsBeside(shop, [aRule({ joins: [{ kind: 'same-vendor' }] })], 1)).toEqual([])
    expect(idsBeside(shop, [aRule({ joins: [{ kind: 'same-tag', prefix: '' }] })], 1)).toEqual([2])
    expect(
      idsBeside(shop, [aRule({ where: tagged('aa'), joins: [{ kind: 'same-vendor' }, { kind: 'same-tag', prefix: '' }] })], 1),
    ).toEqual([])
  })
})
