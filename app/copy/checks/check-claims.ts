import { foldWord } from '../facts/facet.ts'
import type { Readable } from './checked.ts'
import claims from './claim-words.json' with { type: 'json' }
import { CLAIM_KINDS, type ClaimKind, type CopyFault } from './copy-fault.ts'
import { spelledIn, spellWord } from './words-in.ts'

/** What a person may say of a product, and no machine. */
const FOR_A_PERSON: readonly ClaimKind[] = ['health', 'legal', 'praise']

/** Urgency, stock, health, law and praise, whoever wrote the words that it is made of: a product's own title is no leave to repeat it. */
export function checkClaims({ outside, locale, lexicon }: Readable): readonly CopyFault[] {
  const words = new Set(spelledIn(outside, locale).flatMap((word) => [word, ...word.split('-')]))
  return CLAIM_KINDS.flatMap((kind) => {
    const named = claims[kind][locale].split(' ').map((word) => spellWord(word, locale))
    const found = named.find((word) => (locale === 'ja' ? foldWord(outside).includes(word) : words.has(word)))
    const isGranted = found !== undefined && FOR_A_PERSON.includes(kind) && lexicon.has(foldWord(found))
    return found === undefined || isGranted ? [] : [{ kind: 'claim', of: kind, word: found } satisfies CopyFault]
  })
}
