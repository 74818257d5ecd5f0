import type { CopyFault } from './copy-fault.ts'

/** In graphemes. */
export const LONGEST_COPY = 160

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const lengthOf = (text: string): number => [...graphemes.segment(text)].length

/** Nobody reads more in passing, and there is no room for it. */
export function checkLength(filled: string): readonly CopyFault[] {
  const length = lengthOf(filled)
  return length > LONGEST_COPY ? [{ kind: 'length', graphemes: length }] : []
}
