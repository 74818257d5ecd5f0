import type { CopyLocale } from '../sentences/locale.ts'
import { foldWord } from './facet.ts'
import { PRICE_CLASSES, type ProductFact } from './fact.ts'
import known from './values.json' with { type: 'json' }

/** Each of the languages in which it is known, by the word folded in any of them. */
const BY_WORD = new Map(
  Object.values(known.values).flatMap((words) => Object.values(words).map((word) => [foldWord(word), words] as const)),
)

/**
 * A fact in words of a language. `own` is the language that the shop writes its products in. Names, codes and figures are the same in
 * every language; a word is translated where we know it. Undefined where nobody knows: better another fact than a foreign word.
 */
export function wordsOfFact(
  { facet, value }: Pick<ProductFact, 'facet' | 'value'>,
  locale: CopyLocale,
  own: CopyLocale,
): string | undefined {
  if (facet === 'price') {
    const priced = PRICE_CLASSES.find((one) => one === value)
    return priced && known.price[priced][locale]
  }
  if (locale === own || facet === 'make' || /\p{N}/u.test(value) || isCode(value)) return value
  return BY_WORD.get(foldWord(value))?.[locale]
}

/** "AA", "USB-C", "microSD": nothing that a language would say otherwise. */
const isCode = (value: string): boolean => /^[^\s]+$/u.test(value) && /\p{Lu}.*\p{Lu}/u.test(value)
