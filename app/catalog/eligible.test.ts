import { describe, expect, it } from 'vitest'
import type { Minor } from '#app/commerce/money.ts'
import { priceOf } from '#app/commerce/product.ts'
import { aProduct, aVariant } from '../../test/a/product.ts'
import { hasPage, isHidden, whyIneligible } from './eligible.ts'

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

it.each([
  [{ status: 'draft' }, 'not-active'],
  [{ status: 'archived' }, 'not-active'],
  [{ status: 'unlisted' }, 'not-active'],
  [{ published: false }, 'unpublished'],
  [{ isGiftCard: true }, 'gift-card'],
  [{ requiresSellingPlan: true }, 'selling-plan-only'],
  [{ available: false }, 'sold-out'],
  [{}, undefined],
] as const)('%j is why nothing is offered: %s', (part, why) => expect(whyIneligible(aProduct(1, part))).toBe(why))

it('has a page where it is active and stands in the online store, sold out or free as it may be', () => {
  expect(hasPage(aProduct(1, { available: false, price: 0 }))).toBe(true)
  expect(hasPage(aProduct(1, { published: false }))).toBe(false)
  expect(hasPage(aProduct(1, { status: 'draft' }))).toBe(false)
})

it.each([
  [1, true],
  [true, true],
  [0, false],
  [false, false],
  ['1', false],
])('is hidden where the merchant says so: seo.hidden %s', (value, is) =>
  expect(isHidden(aProduct(1, { metafields: { 'seo.hidden': value } }))).toBe(is),
)

it('is not hidden by another metafield', () => expect(isHidden(aProduct(1, { metafields: { 'custom.hidden': 1 } }))).toBe(false))
