import { expect, test } from 'vitest'
import { readDeal } from './read-deal.ts'

test('a share and an amount are promised', () => {
  expect(readDeal({ kind: 'percent', off: 1_000 })).toEqual({ d: { kind: 'percent', off: 1_000 } })
  expect(readDeal({ kind: 'amount', off: { EUR: '5.00', JPY: 'x' } })).toEqual({ d: { kind: 'amount', off: { EUR: '5.00' } } })
})

test.each([
  ['nothing', undefined],
  ['a word', 'percent'],
  ['more than all of it', { kind: 'percent', off: 10_001 }],
  ['a share of a share', { kind: 'percent', off: 0.5 }],
  ['amounts of nothing', { kind: 'amount', off: { EUR: '0' } }],
  ['what holds of the published price alone', { kind: 'percent', off: 1_000, at: [[3_990, 399]] }],
  ['a kind of later days', { kind: 'lottery', off: 1 }],
])('%s is not', (_, deal) => {
  expect(readDeal(deal)).toEqual({})
})
