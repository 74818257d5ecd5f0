import { expect, it } from 'vitest'
import { chosenIn } from './chosen-in.ts'

type Arguments = Parameters<typeof chosenIn>
const chosen = (alone: readonly number[], parts: readonly (readonly [number, number])[]) =>
  chosenIn(alone as Arguments[0], parts as unknown as Arguments[1])

it('takes a bundle for one thing, whichever parts it has', () => {
  expect(chosen([1, 4], [])).toEqual([1, 4])
  expect(
    chosen(
      [4],
      [
        [7, 9],
        [7, 9],
        [7, 9],
      ],
    ),
  ).toEqual([4, 9])
  expect(
    chosen(
      [],
      [
        [7, 3],
        [7, 2],
        [8, 6],
      ],
    ),
  ).toEqual([2, 6])
  expect(chosen([9], [[7, 9]])).toEqual([9])
})
