import { expect, it } from 'vitest'
import { normalScopes } from './normal-scopes.ts'

it('reads a token’s answer and an installation’s list as the same', () => {
  expect(normalScopes('write_products,read_orders'.split(','))).toEqual(['read_orders', 'read_products', 'write_products'])
  expect(normalScopes(['read_products', 'write_products', 'read_orders'])).toEqual(normalScopes(['read_orders', 'write_products']))
  expect(normalScopes(''.split(','))).toEqual([])
})
