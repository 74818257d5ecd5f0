import { foldWord, type Facet } from '../facts/facet.ts'
import type { CopyLocale } from '../sentences/locale.ts'
import { byLocale, isAmong } from './by-locale.ts'
import type { Readable } from './checked.ts'
import roles from './clause-words.json' with { type: 'json' }
import { clausesOf, type Clause } from './clauses.ts'
import type { CopyFault } from './copy-fault.ts'
import negations from './negations.json' with { type: 'json' }
import { spellWord } from './words-in.ts'
import verbs from './verbs.json' with { type: 'json' }

type Role = keyof typeof roles
const ROLES = Object.fromEntries(Object.entries(roles).map(([role, words]) => [role, byLocale(words)])) as Record<
  Role,
  ReturnType<typeof byLocale>
>
const verbOf = ({ of, words }: { readonly of: readonly string[]; readonly words: Readonly<Record<CopyLocale, string>> }) => ({
  of: of as readonly Facet[],
  words: byLocale(words),
})
const MAKING = verbOf(verbs.making)
/** Each may be said of its facets alone: a maker is not used, a size does not run. */
const VERBS = [MAKING, verbOf(verbs.running), verbOf(verbs.using), verbOf(verbs.fitting)]
/** Of these lists and those of the roles, "_" joins words that stand side by side; "…" is a hole. */
const NEGATIONS = byLocale(negations)
/** What only comes of how words that claim nothing are put together: "made here", "just right", "runs and runs", "not for {{use}}". */
export function checkClauses(sentence: Readable): readonly CopyFault[] {
  const clauses = clausesOf(sentence)
  const isAlike = clauses.some(({ words }) => words.some((word) => isAmong(ROLES.looking[sentence.locale], word, sentence.locale)))
  const wrong = clauses.find((clause) => saysMore(clause, sentence, isAlike))
  return wrong ? [{ kind: 'no-fact-says', words: wrong.text }] : []
}

function saysMore({ words, text, holes, pieces }: Clause, { locale, lexicon }: Readable, isAlike: boolean): boolean {
  const said = ` ${spellWord(text.replaceAll(/['’]/gu, ' '), locale)} `
  const hasAny = (set: ReadonlySet<string>) =>
    words.some((word) => isAmong(set, word, locale)) ||
    [...set].some((one) => one.includes('_') && said.includes(` ${one.replaceAll('_', ' ')} `))
  const has = (role: Role) => hasAny(ROLES[role][locale])
  const isOf = (...facets: readonly Facet[]) => holes.some((hole) => facets.includes(hole))
  const isLookedAt = has('looking')
  if (new Set(holes).size < holes.length) return true
  if (hasAny(NEGATIONS[locale]) || pieces.some((piece) => isRepeated(piece, locale))) return true
  // Whoever looks is the shopper; in other languages the verb says so.
  if (isLookedAt && (locale === 'en' || locale === 'de' || locale === 'fr') && !has('you') && !OF_THE_SHOPPER.test(text)) return true
  const isMade = hasAny(MAKING.words[locale])
  if (holes.length === 0) {
    return isMade || (!isLookedAt && !words.every((word) => lexicon.has(foldWord(word)) || isAmong(ROLES.pointing[locale], word, locale)))
  }
  // What is said of the shopper's looking may be past, alike and what it was; what is said of the product is now, and itself.
  if (!isLookedAt && (has('past') || has('likeness') || (has('you') && !isOf('fit', 'use', 'power', 'size')))) return true
  if ((has('same') && !isAlike) || (has('people') && !isOf('fit', 'use'))) return true
  if ((has('what') && !has('likeness')) || (has('ourselves') && !isOf('price')) || (has('with') && isOf('make'))) return true
  if (has('condition') && !isLookedAt && !isOf('fit')) return true
  // "With AA" says that they are in the box.
  if (has('with') && isOf('power') && !VERBS.some((verb) => verb !== MAKING && hasAny(verb.words[locale]))) return true
  const isBeside = VERBS.some((verb) => hasAny(verb.words[locale]) && (!isOf(...verb.of) || (isOf('make') && verb !== MAKING)))
  if (isBeside && !isLookedAt) return true
  return isMade && (!isOf(...MAKING.of) || has('here') || (has('you') && !isLookedAt))
}

/** "Looking for …", "wie angesehen": the shopper is not named. */
const OF_THE_SHOPPER = /^looking for/iu

function isRepeated(words: readonly string[], locale: CopyLocale): boolean {
  if (locale === 'ja') return false
  return words.some((word, at) => {
    const before = words[at - 1]
    if (before === undefined) return false
    return word === before || word === `و${before}` || (word === words[at - 2] && ROLES.and[locale].has(before))
  })
}
