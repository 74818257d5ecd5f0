import { expect, it } from 'vitest'
import { aProduct, aVariant } from '../../test/a/product.ts'
import type { Minor } from './money.ts'
import { priceOf } from './product.ts'

const ofPrices = (...prices: number[]) => priceOf(aProduct(1, { variants: prices.map((price) => aVariant({ price: price as Minor })) }))

it('the price of a product is its lowest, and a free sample is none where others cost something', () => {
  expect(ofPrices(300, 100, 200)).toBe(100)
  expect(ofPrices(300, 0, 200)).toBe(200)
  expect(ofPrices(0, 300)).toBe(300)
  expect(ofPrices(0, 0)).toBe(0)
  expect(ofPrices()).toBeUndefined()
})
