import fc from 'fast-check'
import type { Minor } from '#app/commerce/money.ts'
import type { Cart } from '#app/offers/cart.ts'
import type { Deal, ProductDeals } from '#app/offers/deal.ts'
import { STACKS, type Discount } from '#app/offers/discount.ts'

/** Currencies of no, two and three digits. */
export const CURRENCIES = ['JPY', 'EUR', 'KWD'] as const
const few = <Name>(...names: Name[]) => fc.constantFrom(...names)
const share = fc.integer({ min: 1, max: 10_000 })
const amount = fc.integer({ min: 1, max: 6_000 })
const amounts = fc
  .record({ EUR: amount, JPY: fc.option(amount, { nil: undefined }), KWD: fc.option(amount, { nil: undefined }) })
  .map(({ EUR, JPY, KWD }) => ({
    EUR: (EUR / 100).toFixed(2),
    ...(JPY && { JPY: String(JPY) }),
    ...(KWD && { KWD: (KWD / 1000).toFixed(3) }),
  }))
const rising = (max: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max }), { minLength: 1, maxLength: 3 }).map((found) => found.toSorted((a, b) => a - b))

/** Random discounts of every kind. */
export const anyDiscount: fc.Arbitrary<Discount> = fc.oneof(
  fc.record({ kind: few('percent' as const), off: share }),
  fc.record({ kind: few('amount' as const), off: amounts }),
  fc.record({ kind: few('bundle-price' as const), price: amounts }),
  fc.record({ kind: few('buy-get' as const), buy: fc.integer({ min: 1, max: 3 }), get: fc.integer({ min: 1, max: 3 }), off: share }),
  fc.record({ kind: few('gift' as const), from: amounts }),
  fc
    .tuple(rising(9), rising(10_000))
    .map(([froms, offs]) => ({ kind: 'tiers' as const, tiers: froms.flatMap((from, at) => (offs[at] ? [{ from, off: offs[at] }] : [])) })),
)

const PRODUCTS = [1, 2, 3, 4]
const variantsOf = (product: number) => [product * 10 + 1, product * 10 + 2]

const anyDeal = fc
  .record({
    rule: few('a', 'b', 'c'),
    stack: few(...STACKS),
    discount: anyDiscount,
    offered: fc.subarray(PRODUCTS, { minLength: 1 }),
    packs: few(undefined, undefined, 3),
    to: few(undefined, undefined, '2026-11-28', '2026-11-29'),
    floors: few(undefined, { 2: 700 }, { 1: 1_500, 2: { 21: 300 }, 3: 0 }),
  })
  .map(
    ({ packs, to, floors, ...deal }) =>
      ({ ...deal, ...(packs && { packs }), ...(to && { to }), ...(floors && { floors }) }) as unknown as Deal,
  )

/** Random deals of three rules beside four products. */
export const anyDeals: fc.Arbitrary<ReadonlyMap<number, ProductDeals>> = fc
  .array(fc.uniqueArray(anyDeal, { maxLength: 3, selector: ({ rule }) => rule }), { minLength: 4, maxLength: 4 })
  .map((all) => new Map(all.map((deals, at) => [PRODUCTS[at]!, { v: 1, currency: 'EUR', deals }])))

/** Random carts of those products, in three currencies. */
export const anyCart: fc.Arbitrary<Cart> = fc
  .record({
    currency: few(...CURRENCIES),
    lines: fc.uniqueArray(
      fc
        .record({
          product: few(...PRODUCTS),
          second: fc.boolean(),
          price: fc.integer({ min: 0, max: 5_000 }),
          quantity: fc.integer({ min: 1, max: 7 }),
          id: fc.integer({ min: 1, max: 99 }),
        })
        .map(({ product, second, price, quantity, id }) => ({
          id: `line-${id}`,
          product,
          variant: variantsOf(product)[second ? 1 : 0]!,
          price: price as Minor,
          quantity,
        })),
      { maxLength: 6, selector: ({ id }) => id },
    ),
  })
  .map(
    ({ currency, lines }) =>
      ({ currency, rate: { EUR: 1, JPY: 161.237, KWD: 0.35671 }[currency], today: '2026-11-29', lines }) as unknown as Cart,
  )
