import { expect, it } from 'vitest'
import { AccessLost, ShopifyUnreachable } from '#app/shopify/shopify-failures.ts'
import { isTransient } from './is-transient.ts'

const coded = (code: string, message = 'no') => Object.assign(new Error(message), { code })

it.each([
  new ShopifyUnreachable('away'),
  new AccessLost('out'),
  coded('57P01'),
  coded('40P01'),
  coded('53100'),
  coded('08006'),
  coded('ECONNREFUSED'),
  new Error('Connection terminated unexpectedly'),
])('waits for what passes: %s', (error) => expect(isTransient(error)).toBe(true))

it.each([coded('22003', 'integer out of range'), coded('23505'), new TypeError('x is undefined'), 'text', undefined])(
  'does not wait for what stays: %s',
  (error) => expect(isTransient(error)).toBe(false),
)
