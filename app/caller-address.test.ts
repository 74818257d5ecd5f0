import { expect, it } from 'vitest'
import { callerAddress } from './caller-address.ts'

it.each<[string, string | undefined, number, string]>([
  ['is the socket’s where no proxy of ours stands before us, whatever is claimed', '1.1.1.1', 0, '9.9.9.9'],
  ['is what our one proxy saw, not what the caller wrote before it', 'invented, 1.1.1.1', 1, '1.1.1.1'],
  ['is what the outer of two proxies saw', 'invented, 1.1.1.1, 2.2.2.2', 2, '1.1.1.1'],
  ['is the socket’s where the header is missing', undefined, 1, '9.9.9.9'],
  ['is the socket’s where the header is too short', '1.1.1.1', 2, '9.9.9.9'],
  ['is the socket’s where the header is empty', ' ', 1, '9.9.9.9'],
])('the caller’s address %s', (_, forwarded, trusted, address) => {
  expect(callerAddress(forwarded, '9.9.9.9', trusted)).toBe(address)
})
