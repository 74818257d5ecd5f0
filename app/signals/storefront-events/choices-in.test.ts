import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { choicesIn } from './choices-in.ts'

const MINUTE = 60_000
/** "s2" at its place: seen, clicked or added, a minute after the one before. */
const told = (text: string) =>
  text.split(' ').map((word, at) => ({
    kind: ({ s: 'seen', c: 'clicked', a: 'added' } as const)[word[0] as 's' | 'c' | 'a'],
    product: Number(word.slice(1)) as ProductId,
    at: at * MINUTE,
  }))
const choices = (text: string) => choicesIn(told(text)).map(({ before, among, chosen }) => `${before}: ${chosen} of ${among.join()}`)

it.each([
  ['c1 s2 s3 c3', ['1: 3 of 2,3']],
  ['c1 s2 s3 c3 s4 s5 c4', ['1: 3 of 2,3', '3: 4 of 4,5']],
  ['c1 s2 s3 a3 s4 c4', ['1: 3 of 2,3', '1: 4 of 2,3,4']],
  ['c1 a1 s1 s2 s3 c2', ['1: 2 of 2,3']],
  ['s2 s3 c3', []],
  ['c1 s2 c2', []],
  ['c1 s2 s3 c4', []],
  ['s2 s3 c1 c2', []],
])('%s tells of %j', (text, expected) => expect(choices(text)).toEqual(expected))

it('goes no further than a visit', () => {
  const [first, ...rest] = told('c1 s2 s3 c3')
  expect(choicesIn([{ ...first!, at: -29 * MINUTE }, ...rest])).toEqual([])
  expect(choicesIn([{ ...first!, at: -27 * MINUTE }, ...rest])).toHaveLength(1)
})
