import { wordsOfFact } from '../facts/words-of-fact.ts'
import { holesAt, type Place } from '../sentences/hole.ts'
import { fillSentence, readSentence } from '../sentences/sentence.ts'
import { checkClaims } from './check-claims.ts'
import { checkClauses } from './check-clauses.ts'
import { checkHoles } from './check-holes.ts'
import { checkLength } from './check-length.ts'
import { checkNever } from './check-never.ts'
import { checkSigns } from './check-signs.ts'
import { checkVocabulary } from './check-vocabulary.ts'
import type { Checked } from './checked.ts'
import type { CopyFault } from './copy-fault.ts'

/** Everything that is wrong with a machine's sentence about a product; nothing where a person may be asked to approve it. */
export function checkSentence(words: string, checked: Checked): readonly CopyFault[] {
  const read = readSentence(words)
  if (read.kind !== 'read') return [read]
  const outside = read.parts.map((part) => (part.kind === 'text' ? part.text : ' ')).join('')
  const sentence = { ...checked, parts: read.parts, outside }
  return [
    ...checkHoles(sentence),
    ...checkSigns(sentence),
    ...checkClaims(sentence),
    ...checkVocabulary(sentence),
    ...checkClauses(sentence),
    ...checkFilled(words, checked),
  ]
}

/** What is wrong with a sentence that a person has written: it must be readable, stand on facts, and be something that this person wants said. */
export function checkOwnWords(words: string, place: Place, never: readonly string[]): readonly CopyFault[] {
  const read = readSentence(words)
  if (read.kind !== 'read') return [read]
  const outside = read.parts.map((part) => (part.kind === 'text' ? part.text : ' ')).join('')
  const holes = read.parts.flatMap((part) => (part.kind === 'hole' ? part.hole : []))
  const strange = holes.find((hole) => !holesAt(place).includes(hole))
  const markup = outside.match(/[<>&\p{Cc}\p{Cf}]/gu)
  return [
    ...(place.tone === 'heading' || holes.includes(place.facet) ? [] : [{ kind: 'no-hole', facet: place.facet } as const]),
    ...(strange === undefined ? [] : [{ kind: 'unknown-hole', hole: strange } as const]),
    ...(markup ? [{ kind: 'signs', signs: [...new Set(markup)].join('') } as const] : []),
    ...checkNever(words, never),
    ...checkLength(words),
  ]
}

function checkFilled(words: string, { facts, locale, own, never }: Checked): readonly CopyFault[] {
  const filled = fillSentence(words, (facet) => {
    const fact = facts.find((one) => one.facet === facet)
    return fact && wordsOfFact(fact, locale, own)
  })
  return filled === undefined ? [] : [...checkNever(filled, never), ...checkLength(filled)]
}
