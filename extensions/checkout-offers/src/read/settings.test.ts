import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test('what nobody has set, or nobody can set, is as it is without a word', () => {
  const plain = { heading: undefined, cards: 3, showsPrice: true, isBesideLines: false }
  for (const settings of [{}, { heading: '  ', cards: 0 }, { cards: 4, hide_prices: 'yes' }, { cards: 'many', not_nested: 1 }])
    expect(readSettings(settings)).toEqual(plain)
})

test('what a merchant has set holds', () => {
  expect(readSettings({ heading: ' For the road ', cards: 1, hide_prices: true, not_nested: true })).toEqual({
    heading: 'For the road',
    cards: 1,
    showsPrice: false,
    isBesideLines: true,
  })
})
