import { foldWord } from '../facts/facet.ts'
import { COPY_LOCALES, type CopyLocale } from '../sentences/locale.ts'
import functionWords from './function-words.json' with { type: 'json' }

const japanese = new Intl.Segmenter('ja', { granularity: 'word' })

/** In these an accent makes another word, and a harmless one of one that claims: "sûr" and "sur", "marqué" and "marque". */
const ACCENTED: ReadonlySet<CopyLocale> = new Set(['fr', 'es'])

/** A word as the lists hold it. */
export const spellWord = (word: string, locale: CopyLocale): string =>
  ACCENTED.has(locale) ? word.normalize('NFC').toLowerCase() : foldWord(word)

/** Several words that are read as one, the longest first: "as well" claims nothing, "well" may. */
const PHRASES = new Map(
  COPY_LOCALES.map((locale) => {
    const phrases = functionWords[locale].split(' ').filter((one) => one.includes('_'))
    return [locale, phrases.map((one) => spellWord(one, locale).split('_')).sort((one, other) => other.length - one.length)]
  }),
)

/** The words of a text, as `spellWord` has them, in their order. A word with a hyphen is one; what an apostrophe joins are two. */
export function spelledIn(text: string, locale: CopyLocale): readonly string[] {
  const plain = text.normalize('NFC').replaceAll('ـ', '')
  const words =
    locale === 'ja'
      ? [...japanese.segment(plain)].filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).map(({ segment }) => segment)
      : (plain.match(/[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu) ?? [])
  return inPhrases(
    words.map((word) => spellWord(word, locale)),
    PHRASES.get(locale)!,
  )
}

/** The same, without accents in any language. */
export const wordsIn = (text: string, locale: CopyLocale): readonly string[] => spelledIn(text, locale).map(foldWord)

function inPhrases(words: readonly string[], phrases: readonly (readonly string[])[]): readonly string[] {
  const read: string[] = []
  for (let at = 0; at < words.length;) {
    const phrase = phrases.find((one) => one.every((word, nth) => words[at + nth] === word))
    read.push(phrase ? phrase.join('_') : words[at]!)
    at += phrase?.length ?? 1
  }
  return read
}
