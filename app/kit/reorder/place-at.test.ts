import { describe, expect, it } from 'vitest'
import { lineAt, placeAt, placeByKey } from './place-at.ts'

const rows = [0, 10, 20, 30].map((top) => ({ top, bottom: top + 10 }))

describe('a row that is dragged', () => {
  it.each([
    [1, -5, 0],
    [1, 4, 0],
    [1, 12, 1],
    [1, 24, 1],
    [1, 26, 2],
    [1, 99, 3],
    [3, 6, 1],
  ])('from place %i to %i px comes to place %i', (from, y, to) => expect(placeAt(y, rows, from)).toBe(to))

  it('has a line drawn where it would come to stand, and none where it stays', () => {
    expect([lineAt(rows, 1, 0), lineAt(rows, 1, 3), lineAt(rows, 1, 1)]).toEqual([0, 40, undefined])
  })
})

it.each([
  ['ArrowUp', 1, 0],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 2, 3],
  ['ArrowDown', 3, 3],
  ['Home', 2, 0],
  ['End', 1, 3],
  ['a', 1, undefined],
])('%s takes a row at place %i to %s', (key, to, then) => expect(placeByKey(key, to, 4)).toBe(then))
