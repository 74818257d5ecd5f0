import { describe, expect, it } from 'vitest'
import type { ProductId, RuleId, VariantId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Deal, ProductDeals } from '#app/offers/deal.ts'
import type { Discount } from '#app/offers/discount.ts'
import { aProduct, aVariant } from '../../../test/a/product.ts'
import { changedPromises, promisesOf, writtenPromises } from './promises-of.ts'

const [ROBOT, LAMP, PEN] = [1, 7, 8] as ProductId[] as [ProductId, ProductId, ProductId]
const RULE = 'r' as RuleId
const variant = (id: number, price: number) => aVariant({ id: id as VariantId, price: price as Minor })
const lamp = aProduct(LAMP, { variants: [variant(71, 1_000), variant(72, 2_000), variant(73, 2_000)] })
const half: Discount = { kind: 'percent', off: 5_000 }
const deal = (discount: Discount, floors?: object): Deal =>
  ({ rule: RULE, stack: 'alone', discount, offered: [LAMP, PEN], ...(floors && { floors }) }) as Deal
const beside = (...deals: Deal[]): ReadonlyMap<ProductId, ProductDeals> => new Map([[ROBOT, { v: 1, currency: 'EUR', deals }]])
const promises = (deals: ReadonlyMap<ProductId, ProductDeals>, stands = true) =>
  promisesOf(
    deals,
    () => stands,
    (id) => (id === LAMP ? lamp : undefined),
    'EUR',
  )
const promised = (discount: Discount, floors?: object) => promises(beside(deal(discount, floors)))(ROBOT, LAMP, RULE)

describe('what a card promises', () => {
  it('is what its deal takes off, where that stands in the shop', () => {
    expect(promised(half)).toEqual(half)
    const all = beside(deal(half))
    expect(promises(all, false)(ROBOT, LAMP, RULE)).toBeUndefined()
    expect(promises(all)(PEN, LAMP, RULE)).toBeUndefined()
    expect(promises(all)(ROBOT, ROBOT, RULE)).toBeUndefined()
    expect(promises(all)(ROBOT, LAMP, 'other' as RuleId)).toBeUndefined()
  })

  it('names prices where there is a floor: what comes off each, and of a price of two costs nothing', () => {
    expect(promised(half, { [LAMP]: 600 })).toEqual({
      ...half,
      at: [
        [1_000, 400],
        [2_000, 1_000],
      ],
    })
    expect(promised(half, { [LAMP]: { 71: 0, 72: 1_500, 73: 0 } })).toEqual({ ...half, at: [[1_000, 500]] })
    expect(promised(half, { [LAMP]: 1_000 })).toEqual({ ...half, at: [[2_000, 1_000]] })
    expect(promised(half, { [PEN]: 900 })).toEqual(half)
  })

  it('is nothing where a floor stands in the way of what depends on more than its own price', () => {
    const tiers: Discount = { kind: 'tiers', tiers: [{ from: 2, off: 5_000 }] }
    expect(promised(tiers, { [LAMP]: 400 })).toEqual(tiers)
    expect(promised(tiers, { [LAMP]: 600 })).toBeUndefined()
  })

  it('is a gift whatever it costs, and no amount that is stated in other currencies alone', () => {
    const gift: Discount = { kind: 'gift', from: { EUR: '50.00' } }
    expect(promised(gift, { [LAMP]: 900 })).toEqual(gift)
    expect(promised({ kind: 'amount', off: { USD: '1.00' } }, { [LAMP]: 100 })).toBeUndefined()
    expect(promised({ kind: 'amount', off: { EUR: '1.00' } }, { [LAMP]: 950 })).toMatchObject({
      at: [
        [1_000, 50],
        [2_000, 100],
      ],
    })
  })
})

describe('the promises of pages', () => {
  const written = (...deals: Deal[]) => writtenPromises(beside(...deals), promises(beside(...deals)))

  it('are written by page, rule and card, with nothing where nothing is promised', () => {
    expect(written(deal(half, { [LAMP]: 600 })).get(ROBOT)).toBe(
      JSON.stringify([
        [
          {
            ...half,
            at: [
              [1_000, 400],
              [2_000, 1_000],
            ],
          },
          half,
        ],
      ]),
    )
  })

  it('have changed where they read otherwise, began or ended', () => {
    const [before, now] = [written(deal(half)), written(deal({ kind: 'percent', off: 1_000 }))]
    expect(changedPromises(before, now)).toEqual([ROBOT])
    expect(changedPromises(before, written(deal(half)))).toEqual([])
    expect(changedPromises(undefined, now)).toEqual([ROBOT])
    expect(changedPromises(before, new Map())).toEqual([ROBOT])
  })
})
