import { foldWord } from '../facts/facet.ts'
import type { CopyLocale } from '../sentences/locale.ts'
import type { Checked } from './checked.ts'
import { spelledIn, wordsIn } from './words-in.ts'

/** A longer title is prose, and may say anything. */
const LONGEST_TITLE = 6

/** By these a word differs where there are several. */
const ENDINGS: Record<CopyLocale, readonly string[]> = {
  en: ['s', 'es'],
  de: ['n', 'en', 'e', 's', 'er'],
  fr: ['s', 'x'],
  es: ['s', 'es'],
  ja: [],
  ar: [],
}

/**
 * The words of a text but for the product's type and title where they are said whole. A part of them may claim what they do not: that it is
 * a waterproof case, of a case for waterproof cameras; leather, of one of faux leather.
 */
export function wordsBesideOwn(text: string, { product, locale }: Pick<Checked, 'product' | 'locale'>): readonly string[] {
  const title = wordsIn(product.title, locale)
  const isName = title.length <= LONGEST_TITLE && !/[.,:;!?、。！？，：；،؛؟]/u.test(product.title)
  const own = [...(isName ? [product.title] : []), product.type]
  if (locale === 'ja') return spelledIn(own.reduce(withoutText, text.normalize('NFC')), locale)
  return own.reduce((words, one) => withoutRun(words, wordsIn(one, locale), locale), spelledIn(text, locale))
}

const withoutText = (text: string, own: string) => (own === '' ? text : text.replaceAll(own.normalize('NFC'), '\n'))

function withoutRun(words: readonly string[], run: readonly string[], locale: CopyLocale): readonly string[] {
  if (run.length === 0) return words
  const left: string[] = []
  for (let at = 0; at < words.length;) {
    if (run.every((word, nth) => isSame(words[at + nth] ?? '', word, locale))) at += run.length
    else left.push(words[at++]!)
  }
  return left
}

function isSame(spelled: string, own: string, locale: CopyLocale): boolean {
  const said = foldWord(spelled)
  // Arabic writes the article and short prepositions in one with the word.
  if (locale === 'ar') return said === own || said.replace(/^[وف]?[بلك]?(?:ال|(?<=ل)ل)?/u, '') === own.replace(/^ال/u, '')
  return said === own || ENDINGS[locale].some((ending) => said + ending === own || own + ending === said)
}
