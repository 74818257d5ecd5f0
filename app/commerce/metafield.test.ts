import { describe, expect, it } from 'vitest'
import { metafieldOf, numberIn } from './metafield.ts'

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
