import { foldWord } from '../facts/facet.ts'
import { byLocale, isAmong } from './by-locale.ts'
import type { Readable } from './checked.ts'
import known from './clause-words.json' with { type: 'json' }
import { clausesOf, type Clause } from './clauses.ts'
import type { CopyFault } from './copy-fault.ts'
import negations from './negations.json' with { type: 'json' }

const LOOKING = byLocale(known.looking)
const POINTING = byLocale(known.pointing)
const MAKING = byLocale(known.making)
const OURSELVES = byLocale(known.ourselves)
const YOU = byLocale(known.you)
const AND = byLocale(known.and)
/** Words, and phrases in which "…" is a hole. */
const NEGATIONS = byLocale(negations)

/** What only comes of how words that claim nothing are put together: "made here", "just right", "runs and runs", "not for {{use}}". */
export function checkClauses(sentence: Readable): readonly CopyFault[] {
  const { locale, lexicon } = sentence
  const has = (words: readonly string[], set: ReadonlySet<string>) => words.some((word) => isAmong(set, word, locale))
  const phrases = [...NEGATIONS[locale]].filter((one) => one.includes('_')).map((one) => one.replaceAll('_', ' '))
  const isTurned = ({ words, text }: Clause) =>
    has(words, NEGATIONS[locale]) || phrases.some((one) => ` ${foldWord(text)}`.includes(` ${one}`))
  const isRepeated = ({ pieces }: Clause) =>
    locale !== 'ja' &&
    pieces.some((words) => words.some((word, at) => word === words[at - 1] || (word === words[at - 2] && AND[locale].has(words[at - 1]!))))
  // What it is made of and by whom a fact says, and nobody but a fact.
  const isMade = ({ words, holes }: Clause) =>
    has(words, MAKING[locale]) &&
    (!holes.some((facet) => facet === 'material' || facet === 'make' || facet === 'use') ||
      has(words, OURSELVES[locale]) ||
      (has(words, YOU[locale]) && !has(words, LOOKING[locale])))
  // Without a fact it can only point, or speak of what the shopper has looked at.
  const isIdle = ({ words, holes }: Clause) =>
    holes.length === 0 &&
    !has(words, LOOKING[locale]) &&
    !words.every((word) => lexicon.has(word) || isAmong(POINTING[locale], word, locale) || AND[locale].has(word))
  const wrong = clausesOf(sentence).find((clause) => isTurned(clause) || isRepeated(clause) || isMade(clause) || isIdle(clause))
  return wrong ? [{ kind: 'no-fact-says', words: wrong.text }] : []
}
