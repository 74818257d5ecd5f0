import { expect, it } from 'vitest'
import type { Discount } from '#app/offers/discount.ts'
import type { OfferDiscount } from './rule.ts'
import { sayAmounts, sayDiscount, sayGives, sayShare } from './say-discount.ts'

const say = (key: string, values = {}) => [key.replace('rule.discount.', ''), ...Object.values(values)].join(' ')

it.each([
  [{ kind: 'percent', off: 1_250 }, 'percent 12.5%'],
  [{ kind: 'amount', off: { EUR: '5.00', JPY: '800' } }, 'amount 5.00 EUR or 800 JPY'],
  [{ kind: 'bundle-price', price: { EUR: '9.00' } }, 'bundle-price 9.00 EUR'],
  [{ kind: 'buy-get', buy: 2, get: 1, off: 5_000 }, 'buy-get 2 1 50%'],
  [{ kind: 'buy-get', buy: 2, get: 1, off: 10_000 }, 'buy-get-free 2 1 100%'],
  [
    {
      kind: 'tiers',
      tiers: [
        { from: 2, off: 500 },
        { from: 5, off: 1_000 },
      ],
    },
    'tier 2 5%, tier 5 10%',
  ],
  [{ kind: 'gift', from: { EUR: '50.00' } }, 'gift 50.00 EUR'],
] as readonly [Discount, string][])('says what comes off: %j', (discount, wanted) => expect(sayGives(discount, say)).toBe(wanted))

it.each([
  [false, false, 'alone'],
  [true, false, 'order'],
  [false, true, 'shipping'],
  [true, true, 'both'],
])('says beside what: order discounts %s, shipping discounts %s', (order, shipping, stack) => {
  const discount = { kind: 'percent', off: 1_000, combines: { order, shipping } } as OfferDiscount
  expect(sayDiscount(discount, say)).toBe(`rule.discount percent 10% stack.${stack}`)
})

it('writes shares and amounts as merchants do', () => {
  expect([1, 100, 10_000].map(sayShare)).toEqual(['0.01%', '1%', '100%'])
  expect(sayAmounts({}, say)).toBe('')
})
