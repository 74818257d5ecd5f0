import { describe, expect, it } from 'vitest'
import { readSoldBy } from './sold-by.ts'

const long = (length: number) => 'x'.repeat(length)

describe('who sold a cart line', () => {
  it.each(['product-page/rule/r_1-Z', 'cart/bought-together/m1', `${long(32)}/${long(32)}/${long(64)}`])('is read from %s', (value) => {
    expect(readSoldBy(value)).toBe(value)
  })

  it.each([
    ['too long a placement', `${long(33)}/rule/r1`],
    ['too long an author', `cart/${long(33)}/r1`],
    ['too long a name', `cart/rule/${long(65)}`],
    ['no placement', '/rule/r1'],
    ['no author', 'cart//r1'],
    ['no name', 'cart/rule/'],
    ['a part too many', 'cart/rule/r1/more'],
    ['capitals', 'Cart/rule/r1'],
    ['a digit where none is', 'cart2/rule/r1'],
    ['a space', 'cart/rule/r 1'],
    ['a line behind it', 'cart/rule/r1\n'],
    ['a line before it', '\ncart/rule/r1'],
    ['other letters', 'cart/rule/rü'],
    ['no text', ['cart/rule/r1']],
    ['nothing', undefined],
  ])('is nobody of ours for %s', (_, value) => {
    expect(readSoldBy(value)).toBeNull()
  })
})
