import type { Catalog } from '#app/catalog/catalog.ts'
import { fold } from './kind.ts'

/** How a merchant's words are found: a key of the locale file and what to put into it. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** What a sentence may look up. */
export interface SentenceContext {
  readonly say: Say
  readonly catalog: Catalog
  /** Writes an amount of minor units as the shop writes money. */
  readonly money: (minor: number) => string
}

/** "a", "a or b", "a, b or c". */
export function either(names: readonly string[], say: Say): string {
  if (names.length <= 1) return names[0] ?? say('condition.nothing')
  return say('condition.either', { most: names.slice(0, -1).join(', '), last: names.at(-1)! })
}

/** A name as it stands in a sentence: in quotes unless it is one plain word that the sentence's own words cannot swallow. */
export function quote(name: string, say: Say): string {
  const plain = /^[\p{L}\p{N}][\p{L}\p{N}.-]*[\p{L}\p{N}]$|^[\p{L}\p{N}]$/u.test(name) && !['and', 'or', 'not'].includes(fold(name))
  return plain ? name : quoted(name, say)
}

/** In quotes; a quote inside is doubled, so that no name can end before its end. */
export function quoted(name: string, say: Say): string {
  return say('condition.quoted', { name: name.replaceAll('”', '””') })
}
