import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalog } from '#app/catalog/catalog.ts'
import { whyIneligible } from '#app/catalog/eligible.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { noCompanions, type Companions } from '#app/models/pairs/companions.ts'
import type { Moment } from '#app/rules/resolve/moment.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { anyMoment } from '../../test/a/any-rule.ts'
import { isParted } from '../../test/a/naive-offers.ts'
import { aProduct } from '../../test/a/product.ts'
import { anyBusySet, aSet } from '../../test/a/rule-set.ts'
import { aRule, ofType } from '../../test/a/rule.ts'
import { aCatalog, anyBusyCatalog } from '../../test/a/shop.ts'
import { firstSlot } from '../../test/a/slots.ts'
import { cardsOf } from './diff/diff-slots.ts'
import { drawSlot } from './draw-slot.ts'
import { sourcesFor } from './shop-context.ts'

const counts = { together: 5, first: 10, second: 10, orders: 100 }
const everybody: Companions = () => Array.from({ length: 30 }, (_, at) => ({ product: (at + 1) as ProductId, counts }))

function drawn(catalog: Catalog, set: RuleSet, index: number, moment: Moment, companions = everybody) {
  const slot = firstSlot(index, set, sourcesFor(set, { catalog, sales: new Map(), companions, model: 'm1' }))
  const whyNot = (product: ProductId) => whyIneligible(catalog.products[catalog.indexOf(product)!]!)
  return drawSlot(cardsOf(slot), moment, 12, whyNot)
}

describe('drawSlot, on random shops, sets and moments', () => {
  it('shows no two products that are never together, nor one beside the page’s own', () => {
    fc.assert(
      fc.property(anyBusyCatalog, anyBusySet, anyMoment, (catalog, set, moment) => {
        for (const [index, page] of catalog.products.entries()) {
          const cards = drawn(catalog, set, index, moment)
          const shown = cards.flatMap(({ kind, card }) => (kind === 'shown' ? [catalog.products[catalog.indexOf(card.product)!]!] : []))
          const met = [page, ...shown].flatMap((a, at, all) => all.slice(at + 1).map((b) => [a, b] as const))
          for (const [a, b] of met) for (const pair of set.neverTogether) expect(isParted(pair, a, b, moment)).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('withholds for it only what a shown card before it bars', () => {
    let apart = 0
    fc.assert(
      fc.property(anyBusyCatalog, anyBusySet, anyMoment, (catalog, set, moment) => {
        for (const index of catalog.products.keys()) {
          const cards = drawn(catalog, set, index, moment)
          for (const [at, one] of cards.entries()) {
            if (one.kind === 'shown' || one.why.kind !== 'apart') continue
            const { from } = one.why
            apart += 1
            expect(cards.slice(0, at).some(({ kind, card }) => kind === 'shown' && card.product === from)).toBe(true)
            const [a, b] = [one.card.product, from].map((id) => catalog.products[catalog.indexOf(id)!]!)
            expect(set.neverTogether.some((pair) => isParted(pair, a!, b!, moment))).toBe(true)
          }
        }
      }),
    )
    expect(apart).toBeGreaterThan(10)
  })
})

describe('drawSlot', () => {
  const moment = fc.sample(anyMoment, { numRuns: 1, seed: 2 })[0]!
  const visit: Moment = { ...moment, cart: { lines: [], subtotal: null }, customer: null }
  const shop = aCatalog(...[1, 2, 3, 4].map((id) => aProduct(id, { type: id === 4 ? 'Case' : 'Charger' })))
  const twoChargers = { one: ofType('Charger'), other: ofType('Charger') }
  const set = (when = aRule().when) => aSet({ rules: [aRule({ when })], neverTogether: [twoChargers] })
  const said = (...given: Parameters<typeof drawn>) =>
    drawn(...given).map((one) => [one.card.product, one.kind === 'shown' ? 'shown' : one.why.kind])

  it('keeps two of a kind apart where both sides say the same: the first stays, and one that is gone makes room', () => {
    expect(said(shop, set(), 3, visit, noCompanions)).toEqual([
      [1, 'shown'],
      [2, 'apart'],
      [3, 'apart'],
    ])
    const lines = [{ product: shop.products[0]!, quantity: 1 }]
    expect(said(shop, set(), 3, { ...visit, cart: { lines, subtotal: null } }, noCompanions)).toEqual([
      [1, 'in-cart'],
      [2, 'shown'],
      [3, 'apart'],
    ])
    expect(said(shop, set(), 0, visit, noCompanions)).toEqual([[4, 'shown']])
  })

  it('says why else a card is not shown', () => {
    const { rules } = set({ kind: 'signed-in' })
    expect(said(shop, aSet({ rules }), 3, visit, noCompanions).map(([, why]) => why)).toEqual(['not-now', 'not-now', 'not-now'])
    const cards = cardsOf(
      firstSlot(
        3,
        aSet({ rules: [aRule()] }),
        sourcesFor(aSet({ rules: [aRule()] }), { catalog: shop, sales: new Map(), companions: noCompanions, model: '' }),
      ),
    )
    const [first, ...rest] = drawSlot(cards, visit, 1, (product) => (product === 1 ? 'sold-out' : undefined))
    expect(first).toMatchObject({ kind: 'withheld', why: { kind: 'cannot-be-bought', why: 'sold-out' } })
    expect(rest).toMatchObject([{ kind: 'shown' }, { kind: 'withheld', why: { kind: 'no-room' } }])
  })
})
