import type { Hole } from '../sentences/hole.ts'
import type { CopyLocale } from '../sentences/locale.ts'
import { byLocale, isAmong } from './by-locale.ts'
import roles from './clause-words.json' with { type: 'json' }
import type { Clause } from './clauses.ts'
import verbs from './verbs.json' with { type: 'json' }

type Words = ReturnType<typeof byLocale>
export type Role = keyof typeof roles
/** "_" joins words that stand side by side; "□" is a hole. */
export const ROLES = Object.fromEntries(Object.entries(roles).map(([role, words]) => [role, byLocale(words)])) as Record<Role, Words>

/** A verb may be said of its facets alone: a maker is not used, a size does not run. */
export const MAKING = verbOf(verbs.making)
export const DOING = [verbOf(verbs.running), verbOf(verbs.using), verbOf(verbs.fitting)]

function verbOf({ of, words }: { readonly of: readonly string[]; readonly words: Readonly<Record<CopyLocale, string>> }) {
  return { of: of as readonly Hole[], words: byLocale(words) }
}

/** A clause, to be asked which words are in it and what it is about. */
export interface ReadClause extends Clause {
  has(...roles: readonly Role[]): boolean
  hasAny(words: Words): boolean
  isOf(...facets: readonly Hole[]): boolean
  /** It speaks of what the shopper has looked at. */
  readonly isLookedAt: boolean
}

export function readClause(clause: Clause, locale: CopyLocale): ReadClause {
  const { words, pieces, holes } = clause
  const text = ` ${pieces.map((piece) => piece.join(' ')).join(' □ ')} `
  const hasAny = (set: Words) =>
    words.some((word) => isAmong(set[locale], word, locale)) ||
    [...set[locale]].some((one) => one.includes('_') && text.includes(` ${one.replaceAll('_', ' ')} `))
  const has = (...roles: readonly Role[]) => roles.some((role) => hasAny(ROLES[role]))
  return { ...clause, has, hasAny, isOf: (...facets) => holes.some((hole) => facets.includes(hole)), isLookedAt: has('looking') }
}
