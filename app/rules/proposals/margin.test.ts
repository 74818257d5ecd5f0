import { expect, it } from 'vitest'
import { aProduct } from '../../../test/a/product.ts'
import { marginOf } from './margin.ts'

const costing = (id: number, price: number, cost: number | null) => {
  const product = aProduct(id, { price })
  return { ...product, variants: product.variants.map((variant) => ({ ...variant, cost: cost as never })) }
}

it('averages over the products whose cost is known, and says how many these are', () => {
  expect(marginOf([costing(1, 1000, 600), costing(2, 2000, 1000), costing(3, 500, null)])).toEqual({ mean: 700, known: 2, of: 3 })
  expect(marginOf([costing(1, 1000, null)])).toBeUndefined()
  expect(marginOf([])).toBeUndefined()
})
