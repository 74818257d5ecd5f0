import { describe, expect, it } from 'vitest'
import type { ProductId, RuleId, VariantId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Deal } from '#app/offers/deal.ts'
import type { Discount } from '#app/offers/discount.ts'
import { aProduct, aVariant } from '../../../test/a/product.ts'
import { floorBinds } from './floor-binds.ts'

const lamp = aProduct(7, {
  variants: [aVariant({ id: 71 as VariantId, price: 1_000 as Minor }), aVariant({ id: 72 as VariantId, price: 2_000 as Minor })],
})
const productOf = (id: ProductId) => (id === lamp.id ? lamp : undefined)
const deal = (discount: Discount, floors?: Deal['floors'], offered = [7]): Deal => ({
  rule: 'r' as RuleId,
  stack: 'alone',
  discount,
  offered: offered as ProductId[],
  ...(floors && { floors }),
})
const half: Discount = { kind: 'percent', off: 5_000 }
const of = (cheap: number, dear = 0) => ({ 7: { 71: cheap, 72: dear } }) as unknown as NonNullable<Deal['floors']>
const binds = (one: Deal) => floorBinds(one, productOf, 'EUR')

describe('whether a floor leaves less off than a discount says', () => {
  it('does not where there is none, or where it lies below what is paid', () => {
    expect(binds(deal(half))).toBe(false)
    expect(binds(deal(half, of(500, 1_000)))).toBe(false)
  })
  it('does by one variant alone', () => {
    expect(binds(deal(half, of(501)))).toBe(true)
    expect(binds(deal(half, of(0, 1_001)))).toBe(true)
  })
  it('asks each offered product, and none that is gone', () => {
    expect(binds(deal(half, of(900), [8, 7]))).toBe(true)
    expect(binds(deal(half, of(900), [8]))).toBe(false)
  })
  it('looks at tiers as if all were reached', () => {
    const tiers = {
      kind: 'tiers',
      tiers: [
        { from: 2, off: 100 },
        { from: 1_000, off: 5_000 },
      ],
    } as const
    expect(binds(deal(tiers, of(501)))).toBe(true)
    expect(binds(deal(tiers, of(500)))).toBe(false)
  })
  it('knows nothing of an amount in other currencies alone', () => {
    expect(binds(deal({ kind: 'amount', off: { USD: '9.00' } }, of(900)))).toBe(false)
    expect(binds(deal({ kind: 'amount', off: { EUR: '9.00' } }, of(900)))).toBe(true)
  })
})
