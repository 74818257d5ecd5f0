import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyProduct } from '../../test/a/shop.ts'
import { sharingWords } from './share-words.ts'

it('changes nothing about a product', () => {
  fc.assert(
    fc.property(fc.array(anyProduct), (products) => {
      expect(products.map(sharingWords())).toEqual(products)
    }),
  )
})
