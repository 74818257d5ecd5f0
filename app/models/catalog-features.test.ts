import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { aProduct } from '../../test/a/product.ts'
import { aCatalog } from '../../test/a/shop.ts'
import { catalogFeatures } from './catalog-features.ts'

it('says of each product its words, price and type, and nothing of one that is gone', () => {
  const catalog = aCatalog(
    aProduct(1, { title: 'Robot', type: 'Toy', price: 500 }),
    aProduct(2, { title: 'Cells', type: 'toy', price: 900 }),
  )
  const { texts, prices, types } = catalogFeatures([2, 9, 1] as ProductId[], catalog)
  expect(texts).toEqual(['Cells toy', '', 'Robot Toy'])
  expect([...prices]).toEqual([900, Number.NaN, 500])
  expect(types[0]).toBe(types[2])
  expect(types[1]).not.toBe(types[0])
})
