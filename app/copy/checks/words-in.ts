import { foldWord } from '../facts/facet.ts'
import type { CopyLocale } from '../sentences/locale.ts'

const japanese = new Intl.Segmenter('ja', { granularity: 'word' })

/** The words of a text, folded, in their order. A word with a hyphen is one; what an apostrophe joins are two. */
export function wordsIn(text: string, locale: CopyLocale): readonly string[] {
  const plain = text.normalize('NFC').replaceAll('ـ', '')
  const words =
    locale === 'ja'
      ? [...japanese.segment(plain)].filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).map(({ segment }) => segment)
      : (plain.match(/[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu) ?? [])
  return words.map(foldWord)
}
