import { describe, expect, it } from 'vitest'
import type { Minor } from '#app/commerce/money.ts'
import type { Discount } from '#app/offers/discount.ts'
import { aProduct, aVariant } from '../../../test/a/product.ts'
import type { OfferDiscount } from '../rule.ts'
import { marginsOf } from './margins-of.ts'

const variant = (price: number, cost: number | null) => aVariant({ price: price as Minor, cost: cost as Minor | null })
const margins = (discount: Discount, floor?: number, ...variants: ReturnType<typeof variant>[]) =>
  marginsOf([aProduct(1, { variants })], { ...discount, combines: { order: false, shipping: false } } as OfferDiscount, {
    currency: 'EUR',
    floor,
  })
const tenth: Discount = { kind: 'percent', off: 1_000 }

describe('what a discount leaves', () => {
  it('is a share of what is then paid, by the dearest and the cheapest', () => {
    // Of 9.00 that are paid 4.50 stay, of 18.00 none.
    expect(margins(tenth, undefined, variant(1_000, 450), variant(2_000, 1_800))).toEqual({ lowest: 0, highest: 5_000, known: 2, of: 2 })
  })
  it('is less than nothing where a piece costs more than is paid, or nothing is paid', () => {
    expect(margins(tenth, undefined, variant(1_000, 1_800))).toMatchObject({ lowest: -10_000 })
    expect(margins({ kind: 'percent', off: 10_000 }, undefined, variant(1_000, 1))).toMatchObject({ lowest: -10_000, highest: -10_000 })
  })
  it('counts those whose cost is known, and none that is free', () => {
    expect(margins(tenth, undefined, variant(1_000, 450), variant(1_000, null), variant(0, 5))).toMatchObject({ known: 1, of: 2 })
    expect(margins(tenth, undefined, variant(1_000, null))).toBeUndefined()
  })
  it('never lies below the floor above costs', () => {
    // 8.00 and a tenth: 8.80 are paid at least, of which 0.80 stay.
    expect(margins({ kind: 'percent', off: 5_000 }, 1_000, variant(1_000, 800))).toMatchObject({ lowest: Math.round((80 * 10_000) / 880) })
  })
  it('looks at tiers as if all were reached, and is unknown of bundles and of other currencies', () => {
    const tiers: Discount = {
      kind: 'tiers',
      tiers: [
        { from: 2, off: 1_000 },
        { from: 1_000, off: 5_000 },
      ],
    }
    expect(margins(tiers, undefined, variant(1_000, 250))).toMatchObject({ lowest: 5_000 })
    expect(margins({ kind: 'bundle-price', price: { EUR: '5.00' } }, undefined, variant(1_000, 250))).toBeUndefined()
    expect(margins({ kind: 'amount', off: { USD: '5.00' } }, undefined, variant(1_000, 250))).toBeUndefined()
  })
})
