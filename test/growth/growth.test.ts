import { expect, it } from 'vitest'
import { growth } from './growth.ts'
import { upTo } from './reads-in-linear-time.ts'

const textOf = (size: number) => upTo(size, 'a b ')
const MOST = 12
/** So little that who reads anew is told at once. */
const LITTLE = 4

it('tells who looks at every character once', async () => {
  const words = (text: string) => {
    let count = 0
    for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) === 32) count += 1
    return count
  }
  expect(await growth(textOf, words, MOST)).toBeLessThanOrEqual(MOST)
})

it.each<[string, (text: string) => unknown]>([
  ['looks again at all that it has seen', (text) => [...text].map((_, at) => text.lastIndexOf('c', at))],
  [
    'copies again what it has read',
    (text) => {
      let read: string[] = []
      for (const word of text.split(' ')) read = [...read, word]
      return read
    },
  ],
])('from who %s', async (_, read) => {
  expect(await growth(textOf, read, LITTLE)).toBeGreaterThan(MOST)
})
