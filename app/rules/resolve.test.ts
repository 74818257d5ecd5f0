import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { whyIneligible } from '#app/catalog/eligible.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { priceOf } from '#app/commerce/product.ts'
import type { Catalog } from '#app/catalog/catalog.ts'
import { aProduct } from '../../test/a/product.ts'
import { aRule, ofType, tagged } from '../../test/a/rule.ts'
import { aCatalog, anyCatalog, anyCondition, anyRules } from '../../test/a/shop.ts'
import { holds, type Condition } from './conditions/condition.ts'
import { fold } from './conditions/kind.ts'
import { resolveRules, type Sales } from './resolve.ts'
import type { Rule } from './rule.ts'

const noSales: Sales = new Map()
const idsBeside = (catalog: Catalog, rules: Rule[], product: number, sales = noSales, excluded: Condition | null = null) =>
  resolveRules(rules, catalog, sales, excluded)
    .offersFor(catalog.indexOf(product as ProductId)!)
    .map(({ index }) => catalog.products[index]!.id)

const laptop = aProduct(1, { type: 'Laptop', collections: [13] })
const bigLaptop = aProduct(2, { type: 'Laptop', collections: [16] })
const sleeve = aProduct(3, { type: 'Sleeve', collections: [13], price: 3000 })
const plush = aProduct(4, { type: 'Sleeve', collections: [13], price: 2000 })
const bigSleeve = aProduct(5, { type: 'Sleeve', collections: [16] })
const catalog = aCatalog(laptop, bigLaptop, sleeve, plush, bigSleeve)
const sleeves = (part = {}) => aRule({ when: ofType('laptop'), where: ofType('SLEEVE'), joins: ['same-collection'], ...part })

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
    expect(idsBeside(catalog, [sleeves()], 1, noSales, { kind: 'product', ids: [4 as ProductId] })).toEqual([3])
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
    const resolver = resolveRules([], shop, noSales, null)
    expect(resolver.triggersOf(sleeves())).toEqual([laptop, aProduct(6)].map(({ id }) => shop.indexOf(id)))
    expect(resolver.reachOf(sleeves())).toEqual([shop.indexOf(laptop.id)])
  })

  it('ties by vendor and by tag, and never by an empty name', () => {
    const shop = aCatalog(
      aProduct(1, { vendor: '', tags: ['AA'] }),
      aProduct(2, { vendor: '', tags: ['aa '] }),
      aProduct(3, { vendor: 'X' }),
    )
    expect(idsBeside(shop, [aRule({ joins: ['same-vendor'] })], 1)).toEqual([])
    expect(idsBeside(shop, [aRule({ joins: ['same-tag'] })], 1)).toEqual([2])
    expect(idsBeside(shop, [aRule({ where: tagged('aa'), joins: ['same-vendor', 'same-tag'] })], 1)).toEqual([])
  })
})

describe('resolveRules, on random shops and rules', () => {
  it('agrees with a naive evaluation', () => {
    fc.assert(
      fc.property(anyCatalog, anyRules, fc.option(anyCondition), (shop, rules, excluded) => {
        const resolver = resolveRules(rules, shop, noSales, excluded)
        for (const index of shop.products.keys()) expect(resolver.offersFor(index)).toEqual(naiveOffers(index, rules, shop, excluded))
      }),
    )
  })

  it('does not depend on the order of the rules or of the products', () => {
    fc.assert(
      fc.property(anyCatalog, anyRules, (shop, rules) => {
        const turned = aCatalog(...shop.products.toReversed())
        const ids = (from: Catalog, list: Rule[], id: ProductId) => idsBeside(from, list, id)
        for (const { id } of shop.products) expect(ids(turned, rules.toReversed(), id)).toEqual(ids(shop, rules, id))
      }),
    )
  })

  it('never offers more for an exclusion added', () => {
    fc.assert(
      fc.property(anyCatalog, anyRules, anyCondition, (shop, rules, excluded) => {
        const [free, bound] = [resolveRules(rules, shop, noSales, null), resolveRules(rules, shop, noSales, excluded)]
        const sets = (index: number) =>
          [free, bound].map((resolver) => new Set(rules.flatMap((rule) => (rule.offer.most === 12 ? resolver.offersOf(rule, index) : []))))
        for (const index of shop.products.keys()) {
          const [without, withIt] = sets(index) as [Set<number>, Set<number>]
          // At most 12 of 25: what an exclusion frees may move up, but only from among what was allowed before.
          for (const offered of withIt) expect(free.offerable.has(offered)).toBe(true)
          if (without.size < 12) for (const offered of withIt) expect(without.has(offered)).toBe(true)
        }
      }),
    )
  })
})

/** The rules' meaning, written as plainly as possible. */
function naiveOffers(index: number, rules: readonly Rule[], { products }: Catalog, excluded: Condition | null) {
  const beside = products[index]!
  const found: { index: number; rule: Rule }[] = []
  const inOrder = rules.filter((rule) => rule.state === 'active').toSorted((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1))
  for (const rule of inOrder) {
    if (!holds(rule.when, beside)) continue
    const offered = products
      .map((product, at) => ({ product, at }))
      .filter(({ product, at }) => at !== index && whyIneligible(product) === undefined && holds(rule.offer.where, product))
      .filter(({ product }) => !(excluded && holds(excluded, product)) && !(rule.offer.except && holds(rule.offer.except, product)))
      .filter(({ product }) =>
        rule.offer.joins.every((join) => {
          if (join === 'same-vendor') return beside.vendor.trim() !== '' && fold(product.vendor) === fold(beside.vendor)
          if (join === 'same-tag') return product.tags.some((tag) => beside.tags.map(fold).includes(fold(tag)))
          return product.collections.some((collection) => beside.collections.includes(collection))
        }),
      )
      .toSorted((a, b) => {
        const difference = (priceOf(a.product) ?? 0) - (priceOf(b.product) ?? 0)
        return (rule.offer.sort === 'lowest-price' ? difference : rule.offer.sort === 'highest-price' ? -difference : 0) || a.at - b.at
      })
      .slice(0, rule.offer.most)
    for (const { at } of offered) if (!found.some((one) => one.index === at)) found.push({ index: at, rule })
  }
  return found
}
