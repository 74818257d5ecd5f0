import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainDecimal, readDecimal } from './read-decimal.ts'

const LOCALES = ['en', 'de', 'fr', 'de-CH', 'es', 'pl', 'ja']

it('a number is read as every language writes it, or not at all', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -99_999_999, max: 99_999_999 }),
      fc.constantFrom(0, 1, 2),
      fc.constantFrom(...LOCALES),
      (cents, digits, locale) => {
        const number = Number((cents / 100).toFixed(digits))
        const written = new Intl.NumberFormat(locale, { minimumFractionDigits: digits }).format(number)
        const read = readDecimal(written)
        if (/^-?\d{1,3}[.,]\d{3}$/.test(written)) expect([undefined, number / 1000, number]).toContain(read)
        else expect([locale, written, read]).toEqual([locale, written, number])
      },
    ),
  )
})

it.each([
  ['12.', '12'],
  ['1,250.00', '1250.00'],
  ['1.250,00', '1250.00'],
  ['1,234,567', '1234567'],
  ['\u22125', '-5'],
])('%s is %s', (typed, plain) => expect(plainDecimal(typed)).toBe(plain))

it.each(['', '1,250', '12x', '1,2,3', '--1', '1e3', '.', '0x10'])('%s is no number', (typed) => expect(plainDecimal(typed)).toBeUndefined())
