import { foldWord } from '../facts/facet.ts'
import { byLocale, isAmong } from './by-locale.ts'
import cardWords from './card-words.json' with { type: 'json' }
import type { Readable } from './checked.ts'
import { clausesOf } from './clauses.ts'
import type { CopyFault } from './copy-fault.ts'
import functionWords from './function-words.json' with { type: 'json' }
import { wordsIn } from './words-in.ts'

const FUNCTION_WORDS = byLocale(functionWords)
/** On a card packs are counted, and two products compared. */
const CARD_WORDS = byLocale(cardWords)

/**
 * Outside the holes a closed vocabulary: words that say nothing by themselves, the product's own, and those that a person has said to be
 * true of it. Every other word may claim something, so it is asked about. Words of a fact belong into its hole.
 */
export function checkVocabulary(sentence: Readable): readonly CopyFault[] {
  const { locale, lexicon, facts, isOnCard } = sentence
  const inFacts = new Set(facts.filter(({ facet }) => facet !== 'price').flatMap(({ value }) => wordsIn(value, locale)))
  const beside = new Set(clausesOf(sentence).flatMap(({ words }) => words))
  const isPlain = (word: string) =>
    isAmong(FUNCTION_WORDS[locale], word, locale) || (isOnCard === true && isAmong(CARD_WORDS[locale], word, locale))
  const words = [...beside].filter((word) => !isPlain(word)).map(foldWord)
  const outOfHoles = words.filter((word) => inFacts.has(word))
  const unknown = words.filter((word) => !inFacts.has(word) && !lexicon.has(word))
  return [
    ...(outOfHoles.length > 0 ? [{ kind: 'fact-outside-hole', words: outOfHoles } as const] : []),
    ...(unknown.length > 0 ? [{ kind: 'unknown-words', words: unknown } as const] : []),
  ]
}
