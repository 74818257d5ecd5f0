import { expect, test } from 'vitest'
import { piecesWithin } from './pieces.ts'

test.each([
  [1, { minimum: 1, maximum: null, increment: 1 }, 1],
  [2, { minimum: 6, maximum: null, increment: 1 }, 6],
  [5, { minimum: 1, maximum: null, increment: 4 }, 8],
  [9, { minimum: 1, maximum: 3, increment: 1 }, 3],
])('%d within %o are %d', (wanted, rule, pieces) => {
  expect(piecesWithin(wanted, rule)).toBe(pieces)
})
