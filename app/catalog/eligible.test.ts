import { describe, expect, it } from 'vitest'
import type { Minor } from '#app/commerce/money.ts'
import { priceOf } from '#app/commerce/product.ts'
import { aProduct, aVariant } from '../../test/a/product.ts'
import { whyIneligible } from './eligible.ts'

const of = (...variants: readonly (readonly [price: number, available: boolean])[]) =>
  aProduct(1, { variants: variants.map(([price, available]) => aVariant({ price: price as Minor, available })) })

describe('a free sample', () => {
  it('does not make its product free', () => {
    expect(whyIneligible(of([0, true], [5000, true]))).toBeUndefined()
    expect(whyIneligible(of([5000, true], [0, false]))).toBeUndefined()
    expect(priceOf(of([0, true], [5000, true], [4000, true]))).toBe(4000)
  })

  it('is not offered alone', () => {
    expect(whyIneligible(of([0, true], [5000, false]))).toBe('free')
    expect(whyIneligible(of([0, true]))).toBe('free')
    expect(whyIneligible(of([0, false], [5000, false]))).toBe('sold-out')
    expect(priceOf(of([0, true], [0, true]))).toBe(0)
    expect(priceOf(of())).toBeUndefined()
  })
})
