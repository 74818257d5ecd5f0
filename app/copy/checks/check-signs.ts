import type { CopyLocale } from '../sentences/locale.ts'
import type { Readable } from './checked.ts'
import type { CopyFault } from './copy-fault.ts'

const PUNCTUATION = /[ \u00a0\u202f.,;:?¿–—\-'’،؛؟。、：；？]/u
/** Letters of the language: others look alike, or are seen by nobody. Latin ones stand in names everywhere. */
const LATIN = /\p{Script=Latin}/u
const LETTERS: Record<CopyLocale, RegExp> = {
  en: LATIN,
  de: LATIN,
  fr: LATIN,
  es: LATIN,
  ja: /[\p{Script=Latin}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]/u,
  ar: /[\p{Script=Latin}\p{Script=Arabic}\u064b-\u0652\u0670ـ]/u,
}
/** Arabic writes them out where a word would be read as another one. */
const VOWELS = /[\u064b-\u0652\u0670]/u

/** Letters and the plainest punctuation alone: no figure, quotation mark, exclamation, markup, address, money or invisible sign. */
export function checkSigns({ outside, parts, locale }: Readable): readonly CopyFault[] {
  const isLetter = (sign: string) => /\p{L}/u.test(sign) || (locale === 'ar' && VOWELS.test(sign))
  const isPlain = (sign: string) => PUNCTUATION.test(sign) || (isLetter(sign) && LETTERS[locale].test(sign) && isItself(sign))
  const signs = [...outside.normalize('NFC')].filter((sign) => !isPlain(sign))
  const odd = parts.flatMap((part, at) => (part.kind === 'text' ? oddIn(part.text, at === 0, parts[at + 1] !== undefined) : []))
  const found = [...new Set([...signs, ...odd])]
  return found.length > 0 ? [{ kind: 'signs', signs: found.join('') }] : []
}

/** A form that is there for compatibility alone stands for something else: a figure in a circle is a figure. */
const isItself = (sign: string) => sign.normalize('NFKC') === sign

/** Punctuation where it is something else: an address, a list, a quotation, an indent. `goesOn`: a hole follows. */
function oddIn(text: string, isFirst: boolean, goesOn: boolean): readonly string[] {
  const isAddress = /\p{L}[.:]\p{L}/u.test(text)
  const isList = isFirst && /^[^\p{L}¿]|^¿[^\p{L}]/u.test(text)
  const isQuoted = /(?<!\p{L})['’]/u.test(text) || (goesOn ? /['’](?!\p{L}|$)/u : /['’](?!\p{L})/u).test(text)
  const isDashed = /(?<![ \u00a0\u202f])[–—]|[–—](?![ \u00a0\u202f])/u.test(text)
  const isIndented = /[ \u00a0\u202f]{2}/u.test(text)
  return [
    ...(isAddress ? ['.'] : []),
    ...(isList ? [text[0]!] : []),
    ...(isQuoted ? ["'"] : []),
    ...(isDashed ? ['—'] : []),
    ...(isIndented ? ['␣␣'] : []),
  ]
}
