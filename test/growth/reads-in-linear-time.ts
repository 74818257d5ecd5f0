import { describe, expect, it } from 'vitest'
import { growth } from './growth.ts'

/** More than ten by what a larger memory costs, and far less than what reading anew would. */
const MOST = 12

/** A test for each kind of text, `textOf` a size: ten times the text takes a reader at most twelve times the time. */
export function readsInLinearTime<Text>(
  name: string,
  kinds: Readonly<Record<string, (size: number) => Text>>,
  read: (text: Text) => unknown,
) {
  describe(`${name}: ten times the text takes at most ${MOST} times the time`, () => {
    it.each(Object.entries(kinds))('%s', async (_, textOf) => {
      expect(await growth(textOf, read, MOST)).toBeLessThanOrEqual(MOST)
    })
  })
}

/** So many characters of a text that goes on like that. */
export const upTo = (size: number, part: string): string => part.repeat(Math.ceil(size / part.length)).slice(0, size)
