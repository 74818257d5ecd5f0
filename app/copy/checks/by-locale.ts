import { COPY_LOCALES, type CopyLocale } from '../sentences/locale.ts'
import { spellWord } from './words-in.ts'

/** Lists of words, as `spellWord` has them. */
export function byLocale(words: Readonly<Record<CopyLocale, string>>): Record<CopyLocale, ReadonlySet<string>> {
  const read = {} as Record<CopyLocale, ReadonlySet<string>>
  for (const locale of COPY_LOCALES) read[locale] = new Set(words[locale].split(' ').map((word) => spellWord(word, locale)))
  return read
}

const SHORTEST_STEM = 3

/** Whether a word is among them. Arabic writes "and", "so", short prepositions and the article in one with the word that follows. */
export function isAmong(words: ReadonlySet<string>, word: string, locale: CopyLocale): boolean {
  if (words.has(word)) return true
  if (locale !== 'ar') return false
  return ['', 'و', 'ف', 'ب', 'ل', 'ك', 'ال', 'وب', 'ول', 'وال', 'بال', 'لل', 'كال'].some((before) => {
    const stem = word.slice(before.length)
    return word.startsWith(before) && stem.length >= SHORTEST_STEM && (words.has(stem) || words.has(`ال${stem}`))
  })
}
