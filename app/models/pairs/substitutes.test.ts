import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { aPurchase } from '../../../test/a/purchase.ts'
import { areSubstitutes } from './substitutes.ts'

const [TEA, OTHER_TEA] = [1, 2] as ProductId[] as [ProductId, ProductId]

describe('areSubstitutes', () => {
  it('holds of what the same customers take now and then, but not at once', () => {
    const alternating = [1, 2, 3].flatMap((customer) => [
      aPurchase(customer * 10, [TEA], { customer }),
      aPurchase(customer * 10 + 1, [OTHER_TEA], { customer }),
    ])
    expect(areSubstitutes(TEA, OTHER_TEA, alternating)).toBe(true)
    expect(areSubstitutes(TEA, OTHER_TEA, [...alternating, ...[4, 5, 6].map((order) => aPurchase(order, [TEA, OTHER_TEA]))])).toBe(false)
  })

  it('does not hold of what is taken at once, even by those who take it singly another time', () => {
    const both = [1, 2].flatMap((customer) => [
      aPurchase(customer * 10, [TEA, OTHER_TEA], { customer }),
      aPurchase(customer * 10 + 1, [OTHER_TEA], { customer }),
    ])
    expect(areSubstitutes(TEA, OTHER_TEA, both)).toBe(false)
    expect(areSubstitutes(TEA, OTHER_TEA, [])).toBe(false)
  })
})
