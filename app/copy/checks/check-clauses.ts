import { foldWord } from '../facts/facet.ts'
import type { CopyLocale } from '../sentences/locale.ts'
import { byLocale, isAmong } from './by-locale.ts'
import type { Readable } from './checked.ts'
import { clausesOf } from './clauses.ts'
import type { CopyFault } from './copy-fault.ts'
import { DOING, readClause, MAKING, ROLES, type ReadClause } from './read-clause.ts'
import negations from './negations.json' with { type: 'json' }

const NEGATIONS = byLocale(negations)

/** What only comes of how words that claim nothing are put together: "made here", "just right", "runs and runs", "not for {{use}}". */
export function checkClauses(sentence: Readable): readonly CopyFault[] {
  const clauses = clausesOf(sentence).map((clause) => readClause(clause, sentence.locale))
  const { isOnCard = false } = sentence
  const isLookedAt = clauses.some((clause) => clause.isLookedAt)
  const wrong = clauses.find(
    (clause) =>
      isTurned(clause, sentence.locale) ||
      (clause.holes.length === 0
        ? isIdle(clause, sentence)
        : isStrange(clause, isOnCard) || isMadeUp(clause) || (clause.has('same') && !isLookedAt && !isOnCard)),
  )
  return wrong ? [{ kind: 'no-fact-says', words: wrong.text }] : []
}

/** The contrary is said, or something twice, or somebody else looks: in other languages the verb says that it is the shopper. */
function isTurned(clause: ReadClause, locale: CopyLocale): boolean {
  const isRepeated = new Set(clause.holes).size < clause.holes.length || clause.pieces.some((words) => hasTwice(words, locale))
  const isNamed = ['en', 'de', 'fr'].includes(locale)
  const isAnothers = clause.isLookedAt && isNamed && !clause.has('you') && !/^looking for/iu.test(clause.text)
  return clause.hasAny(NEGATIONS) || isRepeated || isAnothers
}

/** Without a fact it can only point, or speak of what the shopper has looked at. */
function isIdle(clause: ReadClause, { locale, lexicon }: Readable): boolean {
  const points = clause.words.every((word) => lexicon.has(foldWord(word)) || isAmong(ROLES.pointing[locale], word, locale))
  return clause.hasAny(MAKING.words) || (!clause.isLookedAt && !points)
}

/** What is said of the shopper's looking may be past, alike and what it was; what is said of the product is now, and itself but on a card. */
function isStrange({ has, isOf, isLookedAt }: ReadClause, isOnCard: boolean): boolean {
  if ((has('what') && !has('likeness')) || (has('ourselves') && !isOf('price')) || (has('people') && !isOf('fit', 'use'))) return true
  if (isLookedAt) return false
  return (
    (has('past', 'likeness') && !isOnCard) ||
    (has('you') && !isOf('fit', 'use', 'power', 'size')) ||
    (has('condition') && !isOf('fit')) ||
    (has('with') && isOf('make'))
  )
}

/** A verb that the fact is no answer to, or making that a fact does not say; "with AA", which says that they are in the box. */
function isMadeUp({ has, hasAny, isOf, isLookedAt }: ReadClause): boolean {
  const done = DOING.filter(({ words }) => hasAny(words))
  if (has('with') && isOf('power') && done.length === 0) return true
  if (!isLookedAt && done.some(({ of }) => !isOf(...of) || isOf('make'))) return true
  return hasAny(MAKING.words) && (!isOf(...MAKING.of) || has('here') || (has('you') && !isLookedAt))
}

function hasTwice(words: readonly string[], locale: CopyLocale): boolean {
  if (locale === 'ja') return false
  return words.some((word, at) => {
    const before = words[at - 1]
    if (before === undefined) return false
    return word === before || word === `و${before}` || (word === words[at - 2] && ROLES.and[locale].has(before))
  })
}
