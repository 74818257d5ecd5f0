import { expect, it } from 'vitest'
import { growth } from './growth.ts'
import { upTo } from './reads-in-linear-time.ts'

const textOf = (size: number) => upTo(size, 'a b ')
const MOST = 12
/** So little that who reads anew is told at once. */
const LITTLE = 4
const TENTH_OF_IT = 1

it('tells who looks at every character once', async () => {
  const times = await growth(textOf, (text) => text.split(' ').map((word) => word.toUpperCase()), MOST)
  // It was long enough at it for that to be told.
  expect(times).toBeGreaterThan(TENTH_OF_IT)
  expect(times).toBeLessThanOrEqual(MOST)
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
