import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Companions } from '#app/models/pairs/companions.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { aProduct } from '../../../test/a/product.ts'
import { aSetOf, anyTwoSets } from '../../../test/a/rule-set.ts'
import { ofType } from '../../../test/a/rule.ts'
import { aCatalog, anyCatalog } from '../../../test/a/shop.ts'
import { cardsOf, diffSlots } from './diff-slots.ts'
import { fillBeside, fillerOf } from '../fill-placements.ts'
import { sourcesFor, type ShopContext } from '../shop-context.ts'
import type { FilledSlot } from '../slot.ts'

const counts = { together: 5, first: 10, second: 10, orders: 100 }
const companions: Companions = (product) => [1, 2, 3].map((step) => ({ product: ((product + step) % 30) as ProductId, counts }))
const stockOf = (catalog: ShopContext['catalog']): ShopContext => ({ catalog, sales: new Map(), companions, model: 'm1' })

/** What shoppers and orders know of every page: the products in their order, who chose each, and what keeps it away. */
function behaviour(set: RuleSet, stock: ShopContext): string[] {
  const sources = sourcesFor(set, stock)
  const { beside } = fillerOf(set, sources)
  const said = ({ slot }: FilledSlot) =>
    cardsOf(slot).map(({ product, otherwise = [], apart, ...first }) => [
      product,
      apart,
      [first, ...otherwise].map(({ reason, guard, need, nest, closesGap, instead, giftFrom }) => [
        reason.by === 'rule' ? reason.rule : reason.by,
        ...[guard, need, nest, closesGap, instead, giftFrom],
      ]),
    ])
  return stock.catalog.products.map((_, index) =>
    JSON.stringify(beside(index).map(({ slots }) => Array.from({ length: 3 }, (__, at) => (slots[at] ? said(slots[at]) : [])))),
  )
}

describe('diffSlots, on random shops and sets', () => {
  it('names just the pages on which the two sets behave differently', () => {
    fc.assert(
      fc.property(anyCatalog, anyTwoSets, (catalog, [one, other]) => {
        const stock = stockOf(catalog)
        const [before, after] = [behaviour(one, stock), behaviour(other, stock)]
        const differing = before.flatMap((said, index) => (said === after[index] ? [] : [index]))
        expect(diffSlots(one, other, stock).map(({ index }) => index)).toEqual(differing)
      }),
      { numRuns: 500 },
    )
  })

  it('holds of each page what the one set fills it with, and what the other does', () => {
    fc.assert(
      fc.property(anyCatalog, anyTwoSets, (catalog, [one, other]) => {
        const stock = stockOf(catalog)
        const [before, after] = [sourcesFor(one, stock), sourcesFor(other, stock)]
        for (const page of diffSlots(one, other, stock)) {
          expect(page.before).toEqual(fillBeside(page.index, page.placement, one, before).flatMap(({ slot }) => cardsOf(slot)))
          expect(page.after).toEqual(fillBeside(page.index, page.placement, other, after).flatMap(({ slot }) => cardsOf(slot)))
        }
      }),
    )
  })
})

describe('diffSlots', () => {
  it('tells what shoppers see at once from what is in reserve', () => {
    const shop = stockOf(aCatalog(aProduct(1, { type: 'Laptop' }), ...[2, 3, 4, 5, 6].map((id) => aProduct(id, { type: 'Sleeve' }))))
    const most = (count: number) => aSetOf({ id: 'a', when: ofType('Laptop'), where: ofType('Sleeve'), most: count })
    const seen = (before: number, after: number) =>
      diffSlots(most(before), most(after), shop).map(({ seen: cards }) => cards && [cards.before.length, cards.after.length])
    expect(seen(4, 5)).toEqual([undefined])
    expect(seen(3, 5)).toEqual([[3, 4]])
    expect(seen(5, 5)).toEqual([])
  })

  const stock = stockOf(aCatalog(aProduct(1, { type: 'Laptop' }), aProduct(2, { type: 'Sleeve' }), aProduct(3, { type: 'Sleeve' })))
  const sleeves = { id: 'a', when: ofType('Laptop'), where: ofType('Sleeve') }

  it('finds a draft, another name and another rule’s id as what they are to shoppers', () => {
    const pages = (before: RuleSet, after: RuleSet) => diffSlots(before, after, stock).map(({ index }) => index)
    expect(pages(aSetOf(), aSetOf({ ...sleeves, state: 'draft' }))).toEqual([])
    expect(pages(aSetOf(sleeves), aSetOf({ ...sleeves, name: 'Other' }))).toEqual([])
    expect(pages(aSetOf(sleeves), aSetOf({ ...sleeves, id: 'b' }))).toEqual([0])
    expect(pages(aSetOf(), aSetOf(sleeves))).toEqual([0])
  })
})
