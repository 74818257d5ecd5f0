import { expect, it } from 'vitest'
import { Once } from './once.ts'

it('keeps values in the order in which they first came, each once, whoever made them', () => {
  const once = new Once()
  expect([{ a: 1 }, { b: 2 }, { a: 1 }, { a: [1] }, { b: 2 }].map((value) => once.placeOf(value))).toEqual([0, 1, 0, 2, 1])
  expect(once.all()).toEqual([{ a: 1 }, { b: 2 }, { a: [1] }])
})

it('takes no more than there is room for, and what it holds already needs none', () => {
  const once = new Once(20)
  expect([{ a: 1 }, { long: 'and longer' }, { b: 2 }, { a: 1 }].map((value) => once.placeWithRoom(value))).toEqual([0, undefined, 1, 0])
  expect(once.all()).toEqual([{ a: 1 }, { b: 2 }])
})
