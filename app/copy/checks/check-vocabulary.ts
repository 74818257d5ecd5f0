import { foldWord } from '../facts/facet.ts'
import { COPY_LOCALES, type CopyLocale } from '../sentences/locale.ts'
import type { Checked, Readable } from './checked.ts'
import type { CopyFault } from './copy-fault.ts'
import functionWords from './function-words.json' with { type: 'json' }
import negations from './negations.json' with { type: 'json' }
import { wordsIn } from './words-in.ts'

const folded = (words: string) => new Set(words.split(' ').map(foldWord))
const FUNCTION_WORDS = byLocale(functionWords)
const NEGATIONS = byLocale(negations)

/**
 * Outside the holes a closed vocabulary: words that say nothing by themselves, the product's own, and those that a person has said to be
 * true of it. Every other word may claim something, so it is asked about. Words of a fact belong into its hole.
 */
export function checkVocabulary(sentence: Readable): readonly CopyFault[] {
  const { outside, locale, lexicon, facts } = sentence
  const own = ownWords(sentence)
  const inFacts = new Set(facts.filter(({ facet }) => facet !== 'price').flatMap(({ value }) => wordsIn(value, locale)))
  const words = [...new Set(wordsIn(outside, locale))].filter((word) => !FUNCTION_WORDS[locale].has(word))
  const outOfHoles = words.filter((word) => inFacts.has(word))
  const unknown = words.filter((word) => !inFacts.has(word) && !own.has(word) && !lexicon.has(word))
  return [
    ...(outOfHoles.length > 0 ? [{ kind: 'fact-outside-hole', words: outOfHoles } as const] : []),
    ...(unknown.length > 0 ? [{ kind: 'unknown-words', words: unknown } as const] : []),
  ]
}

/** Words of the product's type, and of its title; a title that says what it lacks would be turned round by leaving out the "without". */
function ownWords({ product, locale }: Checked): ReadonlySet<string> {
  const title = wordsIn(product.title, locale)
  const turns = title.some(
    (word) => NEGATIONS[locale].has(word) || COPY_LOCALES.some((one) => NEGATIONS[one].has(word)) || /(-free|frei|los)$/.test(word),
  )
  return new Set([...wordsIn(product.type, locale), ...(turns ? [] : title)])
}

function byLocale(words: Readonly<Record<CopyLocale, string>>): Record<CopyLocale, ReadonlySet<string>> {
  const read = {} as Record<CopyLocale, ReadonlySet<string>>
  for (const locale of COPY_LOCALES) read[locale] = folded(words[locale])
  return read
}
