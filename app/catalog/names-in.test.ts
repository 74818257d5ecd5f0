import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { aProduct } from '../../test/a/product.ts'
import { aCatalogIn } from '../../test/a/shop.ts'
import { namesIn } from './names-in.ts'

it('the names in a catalogue stand in alphabetical order, each once, without blanks, categories with those above them', () => {
  const products = [
    aProduct(1, {
      type: 'Toy',
      vendor: ' ',
      tags: ['b', 'a'],
      category: 'Toys > Robots > Dogs',
      options: ['Size'],
      metafields: { 'specs.cells': 'AA' },
    }),
    aProduct(2, { type: 'lamp', vendor: 'Acme', tags: ['a', ''], category: 'Toys > Dolls', metafields: { 'specs.cells': 'C', 'a.b': 1 } }),
  ]
  const markets = ['us', 'eu'].map((handle) => ({ handle, name: handle, lacks: [] as ProductId[] }))
  expect(namesIn(aCatalogIn(markets, products))).toEqual({
    tags: ['a', 'b'],
    types: ['lamp', 'Toy'],
    vendors: ['Acme'],
    categories: ['Toys', 'Toys > Dolls', 'Toys > Robots', 'Toys > Robots > Dogs'],
    metafields: ['a.b', 'specs.cells'],
    options: ['Size', 'Title'],
    markets: ['eu', 'us'],
  })
})
