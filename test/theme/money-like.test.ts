import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMoney } from '../simulator/storefront/liquid/money.ts'
import { moneyLike } from '../../extensions/theme-script/money.ts'

const amounts = [
  'amount',
  'amount_no_decimals',
  'amount_with_comma_separator',
  'amount_no_decimals_with_comma_separator',
  'amount_with_apostrophe_separator',
  'amount_with_space_separator',
]

test('an amount is written as the theme writes it, in every format that Shopify has', () => {
  const formats = amounts.flatMap((name) => [`€{{${name}}}`, `{{ ${name} }} kr`, `Rs. {{${name}}} INR`, `{{${name}}}`])
  fc.assert(
    fc.property(fc.constantFrom(...formats), fc.nat(10_000_000_000), (format, cents) => {
      expect(moneyLike(formatMoney(123_456_789, format))(cents)).toBe(formatMoney(cents, format))
    }),
  )
})
