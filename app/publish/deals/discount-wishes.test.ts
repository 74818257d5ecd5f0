import { describe, expect, it } from 'vitest'
import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import type { Deal, ProductDeals } from '#app/offers/deal.ts'
import type { Discount } from '#app/offers/discount.ts'
import type { DiscountedRule } from '#app/rules/deals/deals-beside.ts'
import { aRule } from '../../../test/a/rule.ts'
import { functionWishes, nativeWishes } from './discount-wishes.ts'

const rule = (id: string) => aRule({ id, name: `Rule ${id}` }) as DiscountedRule
const half: Discount = { kind: 'percent', off: 5_000 }
const deal = (discount: Discount, part: Partial<Deal> = {}): Deal => ({
  rule: 'a' as RuleId,
  stack: 'alone',
  discount,
  offered: [9] as ProductId[],
  ...part,
})
const shop = (deals: Readonly<Record<number, readonly Deal[]>>): ReadonlyMap<ProductId, ProductDeals> =>
  new Map(Object.entries(deals).map(([id, of]) => [Number(id) as ProductId, { v: 1, currency: 'EUR', deals: of }]))
const native = (deals: Readonly<Record<number, readonly Deal[]>>, rules = [rule('a')], binds: (one: Deal) => boolean = () => false) =>
  nativeWishes(rules, shop(deals), { currency: 'EUR', timezone: 'Europe/Vienna', binds })
const input = (deals: Readonly<Record<number, readonly Deal[]>>) => native(deals).wishes[0]?.input as Record<string, unknown>

describe('discounts that our function carries out', () => {
  it('are one for each class that there is, in one order, and say beside what they may stand', () => {
    const wishes = functionWishes(shop({ 1: [deal(half, { stack: 'both' }), deal(half)], 2: [deal(half, { stack: 'both' })] }))
    expect(wishes.map(({ key }) => key)).toEqual(['app/alone', 'app/both'])
    expect(wishes.map(({ input }) => (input as { combinesWith: object }).combinesWith)).toEqual([
      { orderDiscounts: false, productDiscounts: true, shippingDiscounts: false },
      { orderDiscounts: true, productDiscounts: true, shippingDiscounts: true },
    ])
    expect(new Set(wishes.map(({ title }) => title)).size).toBe(2)
    expect(functionWishes(shop({}))).toEqual([])
  })
})

describe('discounts of Shopify’s own kinds', () => {
  it('are one for all products beside which a rule offers the same', () => {
    const { wishes, refused } = native({
      1: [deal(half)],
      2: [deal(half, { floors: { 9: 0 } as never })],
      3: [deal(half, { rule: 'b' as RuleId })],
    })
    expect(refused).toEqual([])
    expect(wishes).toEqual([
      {
        key: 'rule/a/1',
        title: 'Rule a',
        carries: { rule: 'a' },
        input: {
          combinesWith: { orderDiscounts: false, productDiscounts: true, shippingDiscounts: false },
          customerBuys: {
            items: { products: { productsToAdd: ['gid://shopify/Product/1', 'gid://shopify/Product/2'] } },
            value: { quantity: '1' },
          },
          customerGets: {
            items: { products: { productsToAdd: ['gid://shopify/Product/9'] } },
            value: { discountOnQuantity: { quantity: '1', effect: { percentage: 0.5 } } },
          },
        },
      },
    ])
  })

  it('are numbered where a rule offers other products beside others, up to five; of more the rule is refused', () => {
    const beside = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, nth) => [nth + 1, [deal(half, { offered: [nth + 20] as ProductId[] })]]))
    expect(native(beside(2)).wishes.map(({ title }) => title)).toEqual(['Rule a (1)', 'Rule a (2)'])
    expect(native(beside(5)).wishes).toHaveLength(5)
    expect(native(beside(6))).toEqual({ wishes: [], refused: [{ rule: 'a', why: 'too-many-groups' }] })
  })

  it.each([
    ['bundle-price', deal({ kind: 'bundle-price', price: { EUR: '9.00' } })],
    [
      'several-tiers',
      deal({
        kind: 'tiers',
        tiers: [
          { from: 2, off: 100 },
          { from: 3, off: 200 },
        ],
      }),
    ],
    ['tiers-of-others', deal({ kind: 'tiers', tiers: [{ from: 2, off: 100 }] })],
    ['only-other-currencies', deal({ kind: 'amount', off: { USD: '1.00' } })],
    ['gift', deal({ kind: 'gift', from: { EUR: '50.00' } })],
  ])('cannot be made: %s', (why, one) => {
    expect(native({ 1: [one] })).toEqual({ wishes: [], refused: [{ rule: 'a', why }] })
  })

  it('cannot be made where a floor binds, and one rule’s refusal is no other’s', () => {
    const all = { 1: [deal(half), deal(half, { rule: 'b' as RuleId })] }
    const { wishes, refused } = native(all, [rule('a'), rule('b')], (one) => one.rule === 'a')
    expect(refused).toEqual([{ rule: 'a', why: 'floor' }])
    expect(wishes.map(({ key }) => key)).toEqual(['rule/b/1'])
  })

  it('say what comes off how many pieces', () => {
    const gets = (discount: Discount, part: Partial<Deal> = {}) => {
      const { customerBuys, customerGets } = input({ 1: [deal(discount, part)] }) as Record<string, { value: object }>
      return [customerBuys!.value, customerGets!.value]
    }
    expect(gets({ kind: 'amount', off: { EUR: '2.50' } }, { packs: 3 })).toEqual([
      { quantity: '1' },
      { discountOnQuantity: { quantity: '3', effect: { amount: '2.50' } } },
    ])
    expect(gets({ kind: 'buy-get', buy: 2, get: 4, off: 10_000 }, { packs: 3 })).toEqual([
      { quantity: '2' },
      { discountOnQuantity: { quantity: '4', effect: { percentage: 1 } } },
    ])
  })

  it('are of one product’s own pieces from so many on, each product by itself', () => {
    const own = (id: number) => [deal({ kind: 'tiers', tiers: [{ from: 3, off: 1_000 }] }, { offered: [id] as ProductId[] })]
    const { wishes } = native({ 1: own(1), 2: own(2) })
    expect(wishes.map(({ input }) => input)).toEqual(
      [1, 2].map((id) => ({
        combinesWith: { orderDiscounts: false, productDiscounts: true, shippingDiscounts: false },
        minimumRequirement: { quantity: { greaterThanOrEqualToQuantity: '3' } },
        customerGets: { items: { products: { productsToAdd: [`gid://shopify/Product/${id}`] } }, value: { percentage: 0.1 } },
      })),
    )
  })

  it('begin and end with days of the shop’s own', () => {
    expect(input({ 1: [deal(half, { from: '2026-12-24', to: '2026-12-26' })] })).toMatchObject({
      startsAt: '2026-12-23T23:00:00.000Z',
      endsAt: '2026-12-26T23:00:00.000Z',
    })
    expect(Object.keys(input({ 1: [deal(half)] }))).not.toContain('startsAt')
  })
})
