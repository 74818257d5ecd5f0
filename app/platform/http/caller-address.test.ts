import fc from 'fast-check'
import { expect, it } from 'vitest'
import { callerAddress, networkOf } from './caller-address.ts'

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

it.each([
  ['1.1.1.1', '1.1.1.1'],
  ['::ffff:1.1.1.1', '1.1.1.1'],
  ['::ffff:101:101', '1.1.1.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1::/48'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1::/48'],
  ['2001:db8::1', '2001:db8:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['::1', '0:0:0::/48'],
  ['', ''],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

it('counts all addresses of an IPv6 network as one, and two networks as two', () => {
  const group = fc.integer({ min: 0, max: 0xffff })
  const three = fc.tuple(group, group, group)
  const five = fc.tuple(group, group, group, group, group)
  const write = (...parts: readonly number[][]) =>
    parts
      .flat()
      .map((part) => part.toString(16))
      .join(':')
  fc.assert(
    fc.property(three, three, five, five, (one, other, here, there) => {
      expect(networkOf(write(one, here))).toBe(networkOf(write(one, there)))
      if (write(one) !== write(other)) expect(networkOf(write(one, here))).not.toBe(networkOf(write(other, here)))
    }),
  )
})
