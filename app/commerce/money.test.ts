import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMoney, readAmount, toAmount, type Minor } from './money.ts'

const currency = fc.constantFrom('EUR', 'JPY', 'KWD')

describe('money', () => {
  it.each([
    ['12.5', 'EUR', 1250],
    ['0.00', 'EUR', 0],
    ['1200', 'JPY', 1200],
    ['1200.0', 'JPY', 1200],
    ['1.234', 'KWD', 1234],
    ['-3.10', 'EUR', -310],
    ['-0.00', 'EUR', 0],
  ])('reads %s %s as %d minor units', (text, code, minor) => {
    expect(readAmount(text, code)).toBe(minor)
  })

  it.each(['', 'abc', '1e5', '1,50', ' ', '1.', null, 12, undefined, '9'.repeat(30)])('refuses %j', (text) => {
    expect(readAmount(text, 'EUR')).toBeUndefined()
  })

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), currency, (minor, code) => {
        expect(readAmount(toAmount(minor as Minor, code), code)).toBe(minor)
      }),
    )
  })

  it('is written without a sign where it rounds to nothing', () => {
    expect([-0.3, 0, -0.6, 1_250].map((minor) => formatMoney(minor as Minor, 'EUR', 'en'))).toEqual(['€0.00', '€0.00', '-€0.01', '€12.50'])
  })
})
