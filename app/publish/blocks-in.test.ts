import { expect, it } from 'vitest'
import { blocksIn } from './blocks-in.ts'

const block = (name: string, slash = '/') => `"type": "shopify:${slash}${slash}apps${slash}tandem${slash}blocks${slash}${name}${slash}0a1b"`

it('counts the blocks of ours, however the theme writes their slashes, and nobody else’s', () => {
  const written = `{ ${block('product-offers')}, ${block('bought-together', '\\/')}, ${block('product-offers')}, ${block('reviews')}, "type": "text" }`
  expect(blocksIn(written)).toEqual(['product-offers', 'bought-together', 'product-offers'])
  expect(blocksIn('{}')).toEqual([])
})
