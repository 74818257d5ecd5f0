import { expect, it } from 'vitest'
import { informativeCodes } from './informative-codes.ts'

const families = ['red kettle', 'oak shelf', 'wool scarf', 'glass vase', 'tin soldier', 'paper lantern']
const texts = families.flatMap((family) => Array.from({ length: 10 }, () => family))

it('believes codes that keep families together', () => {
  const codes = texts.map((_, at) => `K${100 + at}`)
  expect(informativeCodes(texts, codes)).toEqual(codes)
})

it('believes no codes that were given out by chance, and none where no text says anything', () => {
  const codes = texts.map((_, at) => String(100 + ((at * 37) % 61)))
  const none = texts.map(() => '')
  expect(informativeCodes(texts, codes)).toEqual(none)
  expect(informativeCodes(none, codes)).toEqual(none)
})
