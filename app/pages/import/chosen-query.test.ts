import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readChosen, readDelimiter, writeChosen } from './chosen-query.ts'

it('an address holds what was chosen, and whatever else stands there chooses nothing', () => {
  const place = fc.nat(9999)
  fc.assert(
    fc.property(fc.record({ beside: place, offered: fc.array(place), isHeadless: fc.boolean() }), (chosen) => {
      expect(readChosen(new URLSearchParams(String(writeChosen(chosen))))).toEqual(chosen)
    }),
  )
  for (const query of ['', 'offered=1', 'beside=', 'beside=-1', 'beside=1e3', 'beside=a&offered=1', 'beside=99999'])
    expect(readChosen(new URLSearchParams(query))).toBeUndefined()
  expect(readChosen(new URLSearchParams('beside=0&offered=x&offered=2'))).toEqual({ beside: 0, offered: [2], isHeadless: false })
})

it('an address says what parts the columns, or nothing', () => {
  expect(['delimiter=tab', 'delimiter=', '', 'delimiter=toString'].map((query) => readDelimiter(new URLSearchParams(query)))).toEqual([
    'tab',
    undefined,
    undefined,
    undefined,
  ])
})
