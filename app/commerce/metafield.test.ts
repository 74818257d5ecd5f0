import { describe, expect, it } from 'vitest'
import { metafieldOf, numberIn, withNames } from './metafield.ts'

const product = {
  metafields: [
    { name: 'specs.size', values: ['M', 40, 41] },
    { name: 'specs.cells', values: ['AA'] },
  ],
}

describe('a metafield of a product', () => {
  it('is what stands under its name, and nothing under another', () => {
    expect(metafieldOf(product, 'specs.cells')).toEqual(['AA'])
    expect(metafieldOf(product, 'specs.cell')).toEqual([])
  })

  it('is a number by its first number', () => {
    expect(numberIn(product, 'specs.size')).toBe(40)
    expect(numberIn({ metafields: [{ name: 'n', values: [0] }] }, 'n')).toBe(0)
    expect(numberIn(product, 'specs.cells')).toBeUndefined()
    expect(numberIn(product, 'none')).toBeUndefined()
  })
})

it('says what is called something by its name, and leaves what it does not know', () => {
  const metafields = [
    { name: 'shopify.fabric', values: ['gid://shopify/Metaobject/7', 'gid://shopify/Metaobject/8'] },
    { name: 'specs.inches', values: [13.3, 'seven'] },
  ]
  expect(withNames(metafields, new Map([['gid://shopify/Metaobject/7', 'Felt']]))).toEqual([
    { name: 'shopify.fabric', values: ['Felt', 'gid://shopify/Metaobject/8'] },
    { name: 'specs.inches', values: [13.3, 'seven'] },
  ])
})
